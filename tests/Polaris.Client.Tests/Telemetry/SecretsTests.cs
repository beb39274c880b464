using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Telemetry;

/// <summary>Every call with a marker for every secret and every person, and everything that came out searched for them.</summary>
public sealed class SecretsTests
{
    private const string Marker = "Zq7Secret";
    private const ObjectType Bib = ObjectType.BibliographicRecord;

    private static readonly MarcRecord Book = new MarcRecord("00000nam a22000007i 4500")
        .Control("001", "5").Field("020", ' ', ' ', ('a', "1551433249")).Field("245", '1', '0', ('a', Marker + "TITLE"));

    private CollectedLogs _logs = null!;
    private CollectedMeasurements _measurements = null!;
    private CollectedActivities _activities = null!;
    private List<string> _texts = null!;

    [SetUp]
    public void Listen()
    {
        (_logs, _measurements, _activities, _texts) = (new(), new(), new(), []);
    }

    [TearDown]
    public void StopListening()
    {
        _logs.Dispose();
        _measurements.Dispose();
        _activities.Dispose();
    }

    [Test]
    public async Task Calls_OfEveryKindUnderEveryFault_ShowNoSecretAndNoPerson()
    {
        var secrets = new HashSet<string> { Marker };
        for (var seed = 0; seed < 60; seed++)
        {
            secrets.UnionWith(await MakeAllCallsAsync(seed));
        }

        var everything = _texts.Concat(_logs.Texts).Concat(_measurements.All).Concat(_activities.All).ToList();

        Assert.That(
            everything.Where(text => secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))).Take(3),
            Is.Empty);
        Assert.That(secrets, Has.Count.GreaterThan(100), "tokens did travel");
        Assert.That(_texts.Count(text => text.Contains("Exception", StringComparison.Ordinal)), Is.GreaterThan(100), "things did go wrong");
        Assert.That(_logs.Entries.Select(entry => entry.Id).Distinct().Count(), Is.GreaterThanOrEqualTo(9), "nearly every log message occurred");
    }

    private async Task<IEnumerable<string>> MakeAllCallsAsync(int seed)
    {
        var clock = new ManualTimeProvider { SkipsDelays = true };
        var fake = new FakePolaris(new FakePolarisOptions { TimeProvider = clock })
            .WithUser(Marker + "DOMAIN", Marker + "USER", Marker + "PASSWORD")
            .WithBib(5).WithBib(6, marc: Book, doNotOverlay: true)
            .WithAuthority(1, Marker + "HEADING", linkedBibs: 2).WithAuthority(2, Marker + "OTHER")
            .LockAs(Marker + "HOLDER", 99, ObjectType.Patron, 29937);
        var spy = new AuthorizationSpy(fake.CreateHandler());
        var options = new PolarisClientOptions();
        fake.Configure(options);
        options.Credentials = new() { Domain = Marker + "DOMAIN", UserName = Marker + "USER", Password = Marker + "PASSWORD" };
        using var client = PolarisClient.Create(options, spy, _logs, clock);
        var call = new CallOptions { Headers = { ["X-Correlation-Id"] = Marker + "HEADER" } };
        var polaris = client.With(call);
        See(options, options.Credentials, polaris, call, Book.Leader.Length);
        if (seed > 0)
        {
            fake.Faults.Randomly(seed, 0.25);
        }

        await LockAndUnlockAsync(polaris);
        await SaveAsync(polaris);
        await FailAsync(polaris, fake);
        return spy.Secrets;
    }

    private async Task LockAndUnlockAsync(PolarisClient polaris)
    {
        await SeeAsync(async () => See([.. await polaris.ObjectLocks.ListAsync(allUsers: true)]));
        await SeeAsync(async () => See(await polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937)));
        await SeeAsync(async () => See(await polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937)));
        await SeeAsync(async () => See([.. await polaris.ObjectLocks.LockAsync(Bib, [7, 8])]));
        await SeeAsync(() => polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937));
        await SeeAsync(() => polaris.ObjectLocks.UnlockAllAsync());
        await SeeAsync(async () =>
        {
            await using var lease = await polaris.ObjectLocks.AcquireAsync(Bib, 5);
            See(lease, lease.ReleaseError);
        });
    }

    private async Task SaveAsync(PolarisClient polaris)
    {
        var handlers = new PromptHandlers().Otherwise(prompt =>
        {
            See(prompt, prompt.Context, prompt.Wire, prompt.Choices.Count);
            var reply = prompt switch
            {
                DuplicateBibRecordsPrompt bibs => bibs.Replace(bibs.Duplicates),
                DuplicateAuthorityRecordsPrompt authorities => authorities.Continue(),
                ManageLinkedRecordsPrompt links => links.Continue(0, 0),
                _ => prompt.Reply(prompt.Choices[0].Result),
            };
            See(reply, reply.Wire);
            return reply;
        });
        await SeeAsync(async () => See(await polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false, Marc = Book }, handlers)));
        var heading = new MarcRecord("00000nz  a2200000n  4500").Field("150", ' ', ' ', ('a', Marker + "OTHER"));
        await SeeAsync(async () => See(await polaris.Workflows.RunAsync(new AddOrUpdateAuthorityRecord { AuthorityRecordId = 1, Marc = heading }, handlers)));
        await SeeAsync(async () =>
        {
            var talk = await polaris.Workflows.StartAsync(new UpdateBibRecord { BibRecordId = 6, DisplayInPac = false });
            See(talk, talk.Transcript, talk.ToBookmark());
            await talk.CancelAsync();
        });
    }

    private async Task FailAsync(PolarisClient polaris, FakePolaris fake)
    {
        await SeeAsync(() => polaris.Workflows.RunAsync(new UpdateBibRecord { BibRecordId = 6, DisplayInPac = false }, new PromptHandlers()));
        await SeeAsync(() => polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, Marc = Book },
            new PromptHandlers().On<DuplicateBibRecordsPrompt>(prompt => prompt.Replace([4711]))));
        foreach (var status in new[] { WorkflowStatus.CompletedFailure, WorkflowStatus.ErrorOccurred, WorkflowStatus.InvalidReply, WorkflowStatus.InputRequired })
        {
            fake.AnswerNextWorkflowCall(new WorkflowAnswer
            {
                WorkflowStatus = status,
                InformationMessages = [new InformationMessage { Title = Marker, Message = Marker + "MESSAGE" }],
            });
            await SeeAsync(() => polaris.Workflows.StartAsync(new UpdateBibRecord { BibRecordId = 6 }));
        }

        foreach (var (httpStatus, body) in new[] { (400, Json("BODY")), (500, Json("BODY")), (403, Marker), (409, Json("PATRON")), (200, Json("BODY")), (200, Marker) })
        {
            fake.AnswerNextWorkflowCall(httpStatus, body);
            await SeeAsync(() => polaris.Workflows.StartAsync(new UpdateBibRecord { BibRecordId = 6 }));
        }
    }

    private static string Json(string what) =>
        $$$"""{"ErrorCode":1,"Message":"{{{Marker}}}{{{what}}}","{{{Marker}}}":1,"WorkflowRequestGuid":"{{{Marker}}}{{{what}}}","Data":{"PolarisUserName":"{{{Marker}}}"}}""";

    private async Task SeeAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception)
        {
            See(exception);
            if (exception is RequestFailedException { Failure: var failure })
            {
                See(failure, exception is ObjectLockedException { Holder: { } holder } ? holder : "");
            }
        }
    }

    private void See(params object?[] things) => _texts.AddRange(things.Select(thing => thing?.ToString() ?? ""));
}
