using System.Net;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>Answers and saves: what is sent to Polaris, and who holds the lock.</summary>
public sealed class PromptInBrowserTests : PromptInBrowserFixture
{
    [Test]
    public async Task Save_ThatStopsAtAPrompt_KeepsTheLockUntilTheAnswer()
    {
        var asked = await App.HideAsync(Id);
        var locksMeanwhile = Fake.Locks.Count;

        var ended = await AnswerAsync(asked, Continue);

        Assert.Multiple(() =>
        {
            Assert.That(asked.Text, Does.Contain("<h1>Display in PAC</h1>").And.Contain("stays locked"));
            Assert.That(locksMeanwhile, Is.EqualTo(1));
            Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>").And.Contain("has been updated"));
            Assert.That(Fake.Bibs[Id].DisplayInPac, Is.False);
            Assert.That(Fake.Locks, Is.Empty);
        });
    }

    [Test]
    public async Task Cancel_Chosen_SavesNothingAndUnlocks()
    {
        var ended = await AnswerAsync(await App.HideAsync(Id), Cancel);

        Assert.That(ended.Text, Does.Contain("nothing was saved"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_AfterARestart_ResumesTheSave()
    {
        var asked = await App.HideAsync(Id);
        await RestartAsync();
        await App.GetAsync("/");

        var ended = await AnswerAsync(await App.GetAsync(asked.Path), Continue);

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_ToAnotherProcessWithTheSameFolder_ResumesTheSave()
    {
        var asked = await App.HideAsync(Id);
        await using var other = await WebApp.StartAsync(Fake, Folder);

        var ended = await other.SubmitAsync(await other.GetAsync(asked.Path), "answer", ("result", Continue));

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That((await App.GetAsync(asked.Path)).Text, Does.Contain("<h1>Saved</h1>"), "the first process shows it, too");
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_SentTwice_CountsOnce()
    {
        var asked = await App.HideAsync(Id);
        await AnswerAsync(asked, Continue);

        var again = await AnswerAsync(asked, Cancel);

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(again.Text, Does.Contain("already answered").And.Contain("<h1>Saved</h1>"));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_SentByTwoWindowsAtOnce_IsSentOnce()
    {
        var asked = await App.HideAsync(Id);

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AnswerAsync(asked, Continue)));

        Assert.That(pages.Count(page => page.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_ToAForgottenConversation_ShowsThatItIsGone()
    {
        var asked = await App.HideAsync(Id);
        var save = App.Store.Find(asked.Id)!;
        save.Bookmark!.RequestGuid = Guid.NewGuid();
        App.Store.Write(save);

        // The page was shown before, so its key belongs to the forgotten conversation.
        var ended = await AnswerAsync(await App.GetAsync(asked.Path), Continue);

        Assert.That(ended.Text, Does.Contain("no longer has this conversation"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_ToAPromptThatWasAnsweredElsewhere_ShowsTheOutcome()
    {
        var asked = await App.HideAsync(Id);
        await using var other = Fake.CreateClient();
        var talk = await other.Workflows.ResumeAsync(Cataloging.AddOrUpdateBibRecord.Kind, App.Store.Find(asked.Id)!.Bookmark!);
        await talk.CancelAsync();

        var ended = await AnswerAsync(asked, Continue);

        Assert.That(ended.Text, Does.Contain("answered elsewhere").And.Contain("nothing was saved"));
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_AfterAnotherQuestionCameUp_ShowsItAndSendsNothing()
    {
        Script(FakePrompts.DisplayInPac(), FakePrompts.LinksWillBeBroken());
        var asked = await App.HideAsync(Id);
        await using var other = Fake.CreateClient();
        var talk = await other.Workflows.ResumeAsync(Cataloging.AddOrUpdateBibRecord.Kind, App.Store.Find(asked.Id)!.Bookmark!);
        await talk.ReplyAsync(talk.PendingPrompt!.Reply(WorkflowPromptResult.Continue));

        var next = await AnswerAsync(asked, Continue);

        Assert.That(next.Text, Does.Contain("The question has changed").And.Contain("Links will be broken"));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1), "that of the other process");
    }

    [Test]
    public async Task Answer_AfterTheLockVanishedAndTheRecordWasChanged_IsNotSent()
    {
        var asked = await App.HideAsync(Id);
        Fake.ReleaseLock(ObjectType.BibliographicRecord, Id);
        Fake.WithBib(Id, marc: Titled("Dracula, revised"));

        var refused = await AnswerAsync(asked, Continue);
        var canceled = await AnswerAsync(refused, Cancel);

        Assert.That(refused.Text, Does.Contain("Another user has changed the record"));
        Assert.That(canceled.Text, Does.Contain("nothing was saved"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_AfterTheLockVanished_LocksAgainAndReleases()
    {
        var asked = await App.HideAsync(Id);
        Fake.ReleaseLock(ObjectType.BibliographicRecord, Id);

        var ended = await AnswerAsync(asked, Continue);

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_WhileAnotherUserHasTheRecord_IsNotSent()
    {
        var asked = await App.HideAsync(Id);
        Fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, Id);

        var refused = await AnswerAsync(asked, Continue);

        Assert.That(refused.Text, Does.Contain("PolarisExec").And.Contain("has the record open").And.Contain("<h1>Display in PAC</h1>"));
        Assert.That(Fake.Locks.Single().PolarisUserName, Is.EqualTo("PolarisExec"), "a lock of another user is not released");
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Save_OfALockedRecord_NamesTheHolderAndLeavesTheLock()
    {
        Fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, Id);

        var ended = await App.HideAsync(Id);

        Assert.That(ended.Text, Does.Contain("Not saved").And.Contain("PolarisExec"));
        Assert.That(Fake.Locks, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Save_OfARecordThatHasAnOpenOne_ShowsThatOne()
    {
        var first = await App.HideAsync(Id);

        var second = await App.HideAsync(Id);

        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(second.Text, Does.Contain("already has an open save").And.Contain($"/saves/{first.Id}/answer"));
        Assert.That(Fake.Journal.Count(entry => entry.Path == "workflow"), Is.EqualTo(1));
    }

    [Test]
    public async Task Save_WithALockThatAnotherProgramTook_LeavesThatLock()
    {
        await using var other = Fake.CreateClient();
        await other.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, Id);

        await AnswerAsync(await App.HideAsync(Id), Continue);

        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Fake.Locks, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Save_WithALockThatAnotherUserOfTheWorkstationReleases_ReleasesItsOwn()
    {
        // Held when the app looks, and free when it locks.
        Fake.On(HttpMethod.Get, "objectlocks/{type}/{id}", request => FakeResponse.Json(
            $$"""{"ObjectTypeID":{{request["type"]}},"ObjectID":{{request["id"]}},"PolarisUserID":99,"WorkstationID":1242}"""));

        await AnswerAsync(await App.HideAsync(Id), Continue);

        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Replace_OfAProtectedRecord_AsksASecondTime()
    {
        Fake.WithBib(7, marc: Titled("Frankenstein"), doNotOverlay: true).WithBib(8, marc: Titled("Frankenstein"));
        var asked = await App.SubmitAsync(await App.GetAsync("/"), "/saves/record", ("record", Titled("Frankenstein").ToJson()));

        var chosenNone = await AnswerAsync(asked, (int)WorkflowPromptResult.Yes);
        var second = await AnswerAsync(chosenNone, (int)WorkflowPromptResult.Yes, ("records", 7), ("records", 8));
        var ended = await AnswerAsync(second, Continue);

        Assert.That(chosenNone.Text, Does.Contain("Choose at least one record"));
        Assert.That(second.Text, Does.Contain("Frankenstein").And.Not.Contain("checkbox"));
        Assert.That(ended.Text, Does.Contain("has been added"));
        Assert.That(Fake.Bibs.Keys, Has.Member(7).And.No.Member(8));
    }

    [Test]
    public async Task Answer_WithARecordThatWasNotShown_IsNotSent()
    {
        Fake.WithBib(8, marc: Titled("Frankenstein"));
        var asked = await App.SubmitAsync(await App.GetAsync("/"), "/saves/record", ("record", Titled("Frankenstein").ToJson()));

        var refused = await AnswerAsync(asked, (int)WorkflowPromptResult.Yes, ("records", Id));

        Assert.That(refused.Text, Does.Contain("does not fit the question"));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.Zero);
    }

    [Test]
    public async Task Answer_WhoseResponseIsLost_IsSentOnceAndShowsTheOutcome()
    {
        var asked = await App.HideAsync(Id);
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });

        var ended = await AnswerAsync(asked, Continue);

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"), "the client read the changed state itself");
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_WhoseFateIsUnknown_IsSentAgainOnlyByThePerson()
    {
        await RestartAsync("--Polaris:ReplyRecoveryTimeout", "00:00:00.5");
        var asked = await App.HideAsync(Id);
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });

        var doubtful = await AnswerAsync(asked, Continue);
        var executedBefore = Fake.ExecutedOperations;
        var looked = await App.SubmitAsync(doubtful, "look");
        var ended = await AnswerAsync(looked, Continue);

        Assert.That(doubtful.Text, Does.Contain("not known whether Polaris acted").And.Contain("stays locked"));
        Assert.That(executedBefore, Is.Zero);
        Assert.That(looked.Text, Does.Contain("still asks the same question"));
        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Fake.Locks, Is.Empty);
    }
}
