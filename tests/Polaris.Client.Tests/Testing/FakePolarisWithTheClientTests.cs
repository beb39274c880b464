using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Testing;

/// <summary>The client sends nothing the fake finds unexpected, and understands what it answers.</summary>
public sealed class FakePolarisWithTheClientTests
{
    private FakePolaris _fake = null!;
    private PolarisClient _polaris = null!;

    [SetUp]
    public void Connect()
    {
        _fake = new FakePolaris();
        _polaris = PolarisClient.Create(
            new()
            {
                BaseAddress = FakePolaris.BaseAddress,
                OrganizationId = 3,
                WorkstationId = 1242,
                Credentials =
                {
                    Domain = FakePolaris.DefaultDomain,
                    UserName = FakePolaris.DefaultUserName,
                    Password = FakePolaris.DefaultPassword,
                },
            },
            _fake.CreateHandler());
    }

    [TearDown]
    public async Task DisconnectAsync()
    {
        await _polaris.DisposeAsync();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task ObjectLocks_AllSevenCalls_AreUnderstood()
    {
        await _polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937);
        await _polaris.ObjectLocks.LockAsync(ObjectType.ItemRecord, [847, 2395843]);
        ObjectLock? found = await _polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937);
        ObjectLock? missing = await _polaris.ObjectLocks.FindAsync(ObjectType.Patron, 1);
        int own = (await _polaris.ObjectLocks.ListAsync()).Count;
        int all = (await _polaris.ObjectLocks.ListAsync(allUsers: true)).Count;
        await _polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937);
        await _polaris.ObjectLocks.UnlockAllAsync();

        Assert.That(found!.ObjectId, Is.EqualTo(29937));
        Assert.That(missing, Is.Null);
        Assert.That(own, Is.EqualTo(3));
        Assert.That(all, Is.EqualTo(3));
        Assert.That(_fake.Locks, Is.Empty);
        Assert.That(_fake.SignIns, Is.EqualTo(1));
    }

    [Test]
    public async Task BibSave_ThroughAllItsPrompts_IsExecutedOnce()
    {
        MarcRecord marc = new MarcRecord("00000nam a22000007i 4500")
            .Control("001", "5").Field("020", ' ', ' ', ('a', "1551433249")).Field("245", '1', '0', ('a', "Frog Face"));
        _fake.WithBib(5).WithBib(6, marc: marc, doNotOverlay: true).WithBib(7, marc: marc);

        await using (await _polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 5))
        {
            await _polaris.Workflows.RunAsync(
                new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false, RecordOwnerId = 1, Marc = marc },
                new PromptHandlers()
                    .Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue)
                    .On<DuplicateBibRecordsPrompt>(prompt => prompt.Replace(prompt.Duplicates))
                    .On<ReplacementErrorsPrompt>(prompt => prompt.Continue()));
        }

        Assert.That(_fake.Bibs.Keys.Order(), Is.EqualTo(new[] { 5, 6 }));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task AuthoritySave_ThroughItsPrompts_IsExecutedOnce()
    {
        _fake.WithAuthority(925310, "Frogs").WithAuthority(925311, "Karate", linkedBibs: 4);
        MarcRecord marc = new MarcRecord("00000nz  a2200000o  4500").Field("150", ' ', ' ', ('a', "Frogs"));

        await _polaris.Workflows.RunAsync(
            new AddOrUpdateAuthorityRecord { AuthorityRecordId = 925311, Marc = marc },
            new PromptHandlers()
                .On<DuplicateAuthorityRecordsPrompt>(prompt => prompt.Continue())
                .On<ManageLinkedRecordsPrompt>(prompt => prompt.Continue(bibOption: 0, seeAlsoOption: 0)));

        Assert.That(_fake.Authorities[925311].Heading, Is.EqualTo("Frogs"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public void Run_WrongPassword_IsTriedOnce()
    {
        _fake.WithUser(FakePolaris.DefaultDomain, FakePolaris.DefaultUserName, "changed");

        Assert.That(() => _polaris.ObjectLocks.ListAsync(), Throws.InstanceOf<AuthenticationFailedException>());
        Assert.That(_fake.RefusedSignIns, Is.EqualTo(1));
        Assert.That(_fake.Journal, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Run_LostAnswerToAReply_IsRecovered()
    {
        _fake.WithBib(5).Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });

        await _polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers().Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue));

        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(_fake.Bibs[5].DisplayInPac, Is.False);
        Assert.That(_fake.Journal.Select(exchange => exchange.Method), Is.EqualTo(new[] { "POST", "POST", "PUT", "GET" }));
    }
}
