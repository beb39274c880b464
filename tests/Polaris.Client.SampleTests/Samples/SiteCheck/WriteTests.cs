using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;
using SiteCheck;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>The writing checks: only with consent, nothing saved, every lock released.</summary>
public sealed class WriteTests
{
    private static readonly CheckArguments Write = new() { Write = true, BibId = 5 };

    [TestCase("")]
    [TestCase("yes")]
    [TestCase("6")]
    public async Task Run_WithoutTheId_WritesNothing(string answer)
    {
        var fake = ReadOnlyTests.Polaris();

        var site = await CheckedSite.RunAsync(fake, Write, answer);

        Assert.That(fake.Journal.Count(entry => entry.Method != "GET"), Is.EqualTo(1), "the sign-in");
        Assert.That(site.Shown, Does.Contain("type the ID of the record").And.Contain("You did not confirm it."));
    }

    [Test]
    public async Task Run_WithConsent_SavesNothingAndReleasesEveryLock()
    {
        var fake = ReadOnlyTests.Polaris().LockAs("exec", 15, ObjectType.Patron, 9);

        var site = await CheckedSite.RunAsync(fake, Write, "5");

        Assert.That(fake.ExecutedOperations, Is.Zero);
        Assert.That(fake.Bibs[5].DisplayInPac, Is.True);
        Assert.That(fake.Locks.Select(held => held.ObjectId), Is.EqualTo(new[] { 9 }), "the lock of another user stays");
        Assert.That(fake.Journal.Where(entry => entry.Reply is not null).Select(entry => entry.Reply!.WorkflowPromptResult), Is.EqualTo(new[] { WorkflowPromptResult.Cancel }));
        Assert.That(site["lock and unlock"], Does.StartWith("ok: Locked and unlocked twice"));
        Assert.That(site["locks after a new sign-in"], Does.StartWith("ok"));
        Assert.That(site["update canceled at its first prompt"], Does.StartWith("ok: The server raised prompt 66"));
        Assert.That(site["nothing left behind"], Does.StartWith("ok: The record is not locked. Locks of this user and workstation: 0 before, 0 after."));
        Assert.That(site.Report["polaris"]!["proof"]!.AsArray(), Has.Count.EqualTo(5));
        fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Run_SignInThatClearsLocks_IsReported()
    {
        var fake = ReadOnlyTests.Polaris(new FakePolarisOptions { SignInClearsLocks = true });

        var site = await CheckedSite.RunAsync(fake, Write, "5");

        Assert.That(site["locks after a new sign-in"], Does.StartWith("differs").And.Contain("loses its lock"));
        Assert.That(site["nothing left behind"], Does.StartWith("ok"));
        Assert.That(FakePolarisOptions.FromSiteCheck(site.JsonFile).SignInClearsLocks, Is.True);
    }

    [Test]
    public async Task Run_RecordLockedByAnother_IsLeftAlone()
    {
        var fake = ReadOnlyTests.Polaris().LockAs("exec", 15, ObjectType.BibliographicRecord, 5);

        var site = await CheckedSite.RunAsync(fake, Write, "5");

        Assert.That(site["record to write"], Does.StartWith("failed: The record is locked"));
        Assert.That(fake.Journal.Count(entry => entry.Method != "GET"), Is.EqualTo(1));
        Assert.That(fake.Locks, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Run_HiddenRecord_IsNotUpdated()
    {
        var fake = ReadOnlyTests.Polaris().WithBib(5, displayInPac: false);

        var site = await CheckedSite.RunAsync(fake, Write, "5");

        Assert.That(fake.Journal.Any(entry => entry.Request is not null), Is.False);
        Assert.That(site.Shown, Does.Contain("could be saved without a prompt"));
    }

    [Test]
    public async Task Run_ServerThatSavesWithoutAPrompt_IsReportedAndTheRecordShownAgain()
    {
        var fake = ReadOnlyTests.Polaris();
        fake.OnWorkflow(WorkflowRequestType.AddOrUpdateBibRecord, workflow =>
        {
            var shown = workflow.Request.Data["DisplayInPAC"]!.GetValue<bool>();
            fake.WithRecord("bibs", new JsonObject { ["BibliographicRecordID"] = 5, ["DisplayInPac"] = shown });
            return FakeWorkflowOutcome.Complete("The bibliographic record has been updated.");
        });

        var site = await CheckedSite.RunAsync(fake, Write, "5");

        Assert.That(site["update canceled at its first prompt"], Does.StartWith("failed: The server saved the update without a prompt"));
        Assert.That(fake.Bibs[5].DisplayInPac, Is.True);
        Assert.That(fake.Locks, Is.Empty);
        Assert.That(site.ExitCode, Is.EqualTo(2));
    }

    [TestCase(FaultKind.ResetAfterProcessing, "POST", "objectlocks")]
    [TestCase(FaultKind.ServiceUnavailable, "PUT", "workflow")]
    [TestCase(FaultKind.ResetAfterProcessing, "POST", "workflow")]
    public async Task Run_FaultDuringTheWritingChecks_LeavesNoLock(FaultKind kind, string method, string path)
    {
        var time = new ManualTimeProvider { SkipsDelays = true };
        var fake = ReadOnlyTests.Polaris(new FakePolarisOptions { TimeProvider = time });
        fake.Faults.Add(new FakeFault(kind) { Method = method, Path = path });

        var site = await CheckedSite.RunAsync(fake, Write, "5", time);

        fake.Faults.AssertAllUsed();
        Assert.That(fake.ExecutedOperations, Is.Zero);
        Assert.That(fake.Locks, Is.Empty);
        Assert.That(site["nothing left behind"], Does.StartWith("ok"));
    }
}
