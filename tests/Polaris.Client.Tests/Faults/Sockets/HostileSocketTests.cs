using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Telemetry;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults.Sockets;

/// <summary>Representative runs of the laboratory over real sockets.</summary>
[Category("Sockets")]
public sealed class HostileSocketTests
{
    private const int Bib = 5;
    private const int Workstation = 55;
    private const string Guid = "7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f";
    private const string PostLock = "POST objectlocks";
    private const string DeleteLock = "DELETE objectlocks";
    private const string PostWorkflow = "POST workflow";
    private const string PutWorkflow = "PUT workflow";

    private readonly ConcurrentBag<(string Decided, string Current)> _replies = [];
    private CollectedLogs _logs = null!;
    private HostileServer _server = null!;
    private PolarisClient _polaris = null!;
    private string[] _prompts = [];
    private int _position;
    private int _executed;
    private bool _isLocked;
    private volatile string _seen = "";

    [SetUp]
    public void StartServer()
    {
        (_prompts, _position, _executed, _isLocked, _seen) = ([], 0, 0, false, "");
        _replies.Clear();
        _logs = new CollectedLogs();
        _server = new HostileServer(Process);
        var options = new PolarisClientOptions
        {
            BaseAddress = _server.Address,
            OrganizationId = 1,
            WorkstationId = Workstation,
            UserId = 7,
            Timeout = TimeSpan.FromSeconds(0.6),
        };
        options.Credentials.Domain = "LAB";
        options.Credentials.UserName = "lab";
        options.Credentials.Password = "open sesame";
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(5);
        _polaris = PolarisClient.Create(options, loggers: _logs);
    }

    [TearDown]
    public async Task StopServer()
    {
        await _polaris.DisposeAsync();
        await _server.DisposeAsync();
        _logs.Dispose();
    }

    [TestCase(Treatment.SlowHeader)]
    [TestCase(Treatment.SlowBody)]
    [TestCase(Treatment.ResetAfter)]
    [TestCase(Treatment.ProcessLate)]
    [TestCase(Treatment.GatewayTimeout)]
    [TestCase(Treatment.TruncatedBody)]
    public async Task Workflow_WhoseAnswerIsLost_IsExecutedOnceAndInDoubt(Treatment treatment)
    {
        _server.Treat(PostWorkflow, treatment);

        var error = await ErrorOfAsync(SaveAsync);

        await UntilAsync(() => _executed == 1);
        Assert.Multiple(() =>
        {
            Assert.That(error, Has.Property(nameof(PolarisClientException.MayHaveBeenProcessed)).True, error.ToString());
            Assert.That(_server.Received.Count(request => request.StartsWith(PostWorkflow, StringComparison.Ordinal)), Is.EqualTo(1));
        });
    }

    [TestCase(Treatment.Redirect)]
    [TestCase(Treatment.Page)]
    [TestCase(Treatment.ResetBefore)]
    public async Task Workflow_ThatNeverReachedTheServer_IsNotReportedAsDone(Treatment treatment)
    {
        _server.Treat(PostWorkflow, treatment);

        var error = await ErrorOfAsync(SaveAsync);

        Assert.Multiple(() =>
        {
            Assert.That(error, Is.InstanceOf<PolarisClientException>());
            Assert.That(_executed, Is.Zero);
            Assert.That(_server.Received.Count(request => request.StartsWith(PostWorkflow, StringComparison.Ordinal)), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Workflow_OnAKeptConnectionThatTheServerClosed_IsExecutedAtMostOnceAndTruthful()
    {
        _server.Treat(PostLock, Treatment.AnswerAndClose);
        PolarisClientException? error = null;

        try
        {
            await SaveAsync();
        }
        catch (PolarisClientException exception)
        {
            error = exception;
        }

        Assert.That(_executed, error is null ? Is.EqualTo(1) : Is.EqualTo(error.MayHaveBeenProcessed ? _executed : 0).And.AtMost(1));
    }

    [TestCase(Treatment.GatewayTimeout)]
    [TestCase(Treatment.ResetAfter)]
    [TestCase(Treatment.SlowHeader)]
    [TestCase(Treatment.ProcessLate)]
    public async Task TwoPromptsOfOneId_WhenTheFirstReplyIsLost_AreEachAnsweredByAHandlerThatSawThem(Treatment treatment)
    {
        _prompts = ["May the record be hidden?", "May its items be deleted?"];
        _server.Treat(PutWorkflow, treatment);

        try
        {
            await SaveAsync();
        }
        catch (PolarisClientException exception)
        {
            Assert.That(exception.MayHaveBeenProcessed, Is.True, exception.ToString());
        }

        await UntilAsync(() => !_replies.IsEmpty);
        Assert.That(_replies, Has.All.Matches<(string Decided, string Current)>(reply => reply.Decided == reply.Current));
        Assert.That(_executed, Is.LessThanOrEqualTo(1));
    }

    [TestCase(Treatment.SlowHeader)]
    [TestCase(Treatment.SlowBody)]
    [TestCase(Treatment.ResetBefore)]
    [TestCase(Treatment.ResetAfter)]
    [TestCase(Treatment.ProcessLate)]
    [TestCase(Treatment.GatewayTimeout)]
    [TestCase(Treatment.TruncatedBody)]
    public async Task Lease_WhoseLockRequestIsTroubled_LeavesNoLock(Treatment treatment)
    {
        _server.Treat(PostLock, treatment);

        await UseLeaseAsync();

        await UntilAsync(() => !_isLocked);
        Assert.That(_isLocked, Is.False);
    }

    [TestCase(Treatment.SlowHeader)]
    [TestCase(Treatment.ResetBefore)]
    [TestCase(Treatment.Page)]
    [TestCase(Treatment.GatewayTimeout)]
    public async Task Lease_WhoseReleaseIsTroubled_LeavesNoLock(Treatment treatment)
    {
        _server.Treat(DeleteLock, treatment);

        await UseLeaseAsync();

        await UntilAsync(() => !_isLocked);
        Assert.That(_isLocked, Is.False);
    }

    [TestCase(Treatment.SlowHeader)]
    [TestCase(Treatment.SlowBody)]
    public async Task SignIn_ThatHangs_LeavesNothingInDoubtAndIsSentOnce(Treatment treatment)
    {
        _server.Treat("POST authentication", treatment);

        var error = await ErrorOfAsync(SaveAsync);

        Assert.Multiple(() =>
        {
            Assert.That(error.MayHaveBeenProcessed, Is.False, error.ToString());
            Assert.That(_server.Received, Has.Count.EqualTo(1));
        });
    }

    private async Task UseLeaseAsync()
    {
        try
        {
            await using var lease = await _polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, Bib);
        }
        catch (PolarisClientException)
        {
            // Whether the lease was granted does not matter here, only what is left of it.
        }
    }

    private async Task SaveAsync()
    {
        await using var lease = await _polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, Bib);
        await _polaris.Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = Bib, DisplayInPac = false },
            new PromptHandlers().Otherwise(prompt =>
            {
                _seen = prompt.Message;
                return prompt.Reply(WorkflowPromptResult.Continue);
            }));
    }

    private static async Task<PolarisClientException> ErrorOfAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (PolarisClientException exception)
        {
            return exception;
        }

        throw new AssertionException("The call succeeded.");
    }

    /// <summary>The end of work that the client or the server does on its own; a condition that never holds is judged by the test.</summary>
    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 400 && !condition(); i++)
        {
            await Task.Delay(10);
        }
    }

    private HostileServer.WireAnswer Process(string request, string body) => request.Split(' ', '/') switch
    {
        ["POST", "authentication", ..] => new(200, """{"SiteDomain":"polaris","AccessToken":"t","AccessSecret":"s","PolarisUser":{"PolarisUserID":7}}"""),
        ["POST", "objectlocks"] => Lock(),
        ["GET", "objectlocks", ..] => _isLocked ? PrintLock(existing: null) : new(404, """{"ErrorCode":0,"Message":"Object is NOT currently locked."}"""),
        ["DELETE", "objectlocks", ..] => Unlock(),
        ["POST", "workflow"] => Advance(0),
        ["PUT", "workflow", ..] => Reply(body),
        _ => Print(),
    };

    private HostileServer.WireAnswer Lock()
    {
        var existing = _isLocked;
        _isLocked = true;
        return PrintLock(existing);
    }

    private static HostileServer.WireAnswer PrintLock(bool? existing) => new(200, new JsonObject
    {
        ["ObjectTypeID"] = 2,
        ["ObjectID"] = Bib,
        ["PolarisUserID"] = 7,
        ["WorkstationID"] = Workstation,
        ["LockDate"] = DateTime.UtcNow.AddHours(-6).ToString("s"),
        ["ExistingLock"] = existing,
    }.ToJsonString());

    private HostileServer.WireAnswer Unlock()
    {
        _isLocked = false;
        return new(200, "true");
    }

    private HostileServer.WireAnswer Reply(string body)
    {
        if (_position == _prompts.Length)
        {
            return Print();
        }

        if ((int)JsonNode.Parse(body)!["WorkflowPromptResult"]! == (int)WorkflowPromptResult.Continue)
        {
            _replies.Add((_seen, _prompts[_position]));
        }

        return Advance(_position + 1);
    }

    private HostileServer.WireAnswer Advance(int position)
    {
        _position = position;
        _executed += position == _prompts.Length ? 1 : 0;
        return Print();
    }

    private HostileServer.WireAnswer Print() => new(200, new JsonObject
    {
        ["WorkflowRequestGuid"] = Guid,
        ["WorkflowRequestType"] = 9,
        ["WorkflowStatus"] = _position == _prompts.Length ? 1 : -3,
        ["Prompt"] = _position == _prompts.Length ? null : new JsonObject
        {
            ["WorkflowPromptID"] = 66,
            ["WorkflowPromptType"] = 1,
            ["WorkflowPromptOptions"] = 6,
            ["DefaultPromptOption"] = 5,
            ["Title"] = "Question",
            ["Message"] = _prompts[_position],
        },
        ["InformationMessages"] = new JsonArray(),
        ["AnswerExtension"] = null,
    }.ToJsonString());
}
