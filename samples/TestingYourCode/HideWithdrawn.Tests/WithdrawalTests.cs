using NUnit.Framework;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace TestingYourCode.HideWithdrawn.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WithdrawalTests
{
    private readonly FakePolaris _fake = new FakePolaris().WithBib(1, displayInPac: true).WithBib(2, displayInPac: true);

    [Test]
    public async Task HideAsync_RecordsOnDisplay_HidesThemAndLeavesNoLock()
    {
        var report = await RunAsync(1, 2);

        Assert.That(report.Hidden, Is.EqualTo([1, 2]));
        Assert.That(_fake.Bibs.Values.Select(bib => bib.DisplayInPac), Is.All.False);
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task HideAsync_ProtectedRecord_StaysProtectedAndKeepsItsOwner()
    {
        _fake.With(new FakeBib { Id = 3, DoNotOverlay = true, RecordOwnerId = 7 });

        await RunAsync(3);

        Assert.That(_fake.Bibs[3].DisplayInPac, Is.False);
        Assert.That(_fake.Bibs[3].DoNotOverlay, Is.True);
        Assert.That(_fake.Bibs[3].RecordOwnerId, Is.EqualTo(7));
    }

    [Test]
    public async Task HideAsync_StoppedAtAPrompt_CancelsItAndLeavesNoLock()
    {
        using var stop = new CancellationTokenSource();
        await using var polaris = _fake.CreateClient();
        _fake.OnWorkflow(WorkflowRequestType.UpdateBibRecord, workflow =>
        {
            _ = stop.CancelAsync();
            return workflow.IsCanceled ? FakeWorkflowOutcome.Cancel() : FakeWorkflowOutcome.Ask(FakePrompts.DisplayInPac());
        });

        var report = await new Withdrawal(polaris).HideAsync([1, 2], stop.Token);

        Assert.That(report.Open[1], Does.StartWith("stopped"));
        Assert.That(report.Open[2], Does.StartWith("not tried"));
        await polaris.DisposeAsync();
        Assert.That(_fake.Locks, Is.Empty);
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task HideAsync_ColleagueHasOneOpen_HidesTheOthers()
    {
        _fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, 1);

        var report = await RunAsync(1, 2);

        Assert.That(report.Open[1], Is.EqualTo("locked at workstation 15"));
        Assert.That(report.Hidden, Is.EqualTo([2]));
    }

    [Test]
    public async Task HideAsync_AnswerToTheReplyIsLost_HidesItOnce()
    {
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });

        var report = await RunAsync(1);

        Assert.That(report.Hidden, Is.EqualTo([1]));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task HideAsync_PromptThatNoOneForesaw_CancelsAndReports()
    {
        var something = new FakePrompt((WorkflowPromptId)999) { Title = "Something new" };
        _fake.OnWorkflow(WorkflowRequestType.UpdateBibRecord, workflow =>
            workflow.IsCanceled ? FakeWorkflowOutcome.Cancel() : FakeWorkflowOutcome.Ask(something));

        var report = await RunAsync(1);

        Assert.That(report.Open[1], Is.EqualTo("an unexpected prompt was canceled"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    private async Task<WithdrawalReport> RunAsync(params int[] ids)
    {
        await using var polaris = _fake.CreateClient();
        var report = await new Withdrawal(polaris).HideAsync(ids);
        _fake.AssertNoUnexpectedRequests();
        return report;
    }
}
