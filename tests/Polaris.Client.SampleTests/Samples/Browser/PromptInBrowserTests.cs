using System.Net;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;
using PromptInBrowser;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>The app without a browser: what is sent to Polaris, what pages contain, and who holds the lock.</summary>
public sealed class PromptInBrowserTests
{
    private const int Id = 5;
    private const int Continue = (int)WorkflowPromptResult.Continue;
    private const int Cancel = (int)WorkflowPromptResult.Cancel;
    private string _folder = null!;
    private FakePolaris _fake = null!;
    private WebApp _app = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("prompt-in-browser-test-").FullName;
        _fake = new FakePolaris().WithBib(Id, marc: Titled("Dracula"));
        _app = await WebApp.StartAsync(_fake, _folder);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Save_ThatStopsAtAPrompt_KeepsTheLockUntilTheAnswer()
    {
        var asked = await _app.HideAsync(Id);
        var locksMeanwhile = _fake.Locks.Count;

        var ended = await AnswerAsync(asked, Continue);

        Assert.Multiple(() =>
        {
            Assert.That(asked.Text, Does.Contain("<h1>Display in PAC</h1>").And.Contain("stays locked"));
            Assert.That(locksMeanwhile, Is.EqualTo(1));
            Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>").And.Contain("has been updated"));
            Assert.That(_fake.Bibs[Id].DisplayInPac, Is.False);
            Assert.That(_fake.Locks, Is.Empty);
        });
    }

    [Test]
    public async Task Cancel_Chosen_SavesNothingAndUnlocks()
    {
        var ended = await AnswerAsync(await _app.HideAsync(Id), Cancel);

        Assert.That(ended.Text, Does.Contain("nothing was saved"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_AfterARestart_ResumesTheSave()
    {
        var asked = await _app.HideAsync(Id);
        await _app.DisposeAsync();
        _app = await WebApp.StartAsync(_fake, _folder);
        await _app.GetAsync("/");

        var ended = await AnswerAsync(await _app.GetAsync(asked.Path), Continue);

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_ToAnotherProcessWithTheSameFolder_ResumesTheSave()
    {
        var asked = await _app.HideAsync(Id);
        await using var other = await WebApp.StartAsync(_fake, _folder);

        var ended = await other.SubmitAsync(await other.GetAsync(asked.Path), "answer", ("result", Continue));

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That((await _app.GetAsync(asked.Path)).Text, Does.Contain("<h1>Saved</h1>"), "the first process shows it, too");
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_SentTwice_CountsOnce()
    {
        var asked = await _app.HideAsync(Id);
        await AnswerAsync(asked, Continue);

        var again = await AnswerAsync(asked, Cancel);

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(again.Text, Does.Contain("already answered").And.Contain("<h1>Saved</h1>"));
        Assert.That(_fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_SentByTwoWindowsAtOnce_IsSentOnce()
    {
        var asked = await _app.HideAsync(Id);

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AnswerAsync(asked, Continue)));

        Assert.That(pages.Count(page => page.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(_fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_ToAForgottenConversation_ShowsThatItIsGone()
    {
        var asked = await _app.HideAsync(Id);
        var save = _app.Store.Find(asked.Id)!;
        save.Bookmark!.RequestGuid = Guid.NewGuid();
        _app.Store.Write(save);

        // The page was shown before, so its key belongs to the forgotten conversation.
        var ended = await AnswerAsync(await _app.GetAsync(asked.Path), Continue);

        Assert.That(ended.Text, Does.Contain("no longer has this conversation"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_ToAPromptThatWasAnsweredElsewhere_ShowsTheOutcome()
    {
        var asked = await _app.HideAsync(Id);
        await using var other = _fake.CreateClient();
        var talk = await other.Workflows.ResumeAsync(Cataloging.AddOrUpdateBibRecord.Kind, _app.Store.Find(asked.Id)!.Bookmark!);
        await talk.CancelAsync();

        var ended = await AnswerAsync(asked, Continue);

        Assert.That(ended.Text, Does.Contain("answered elsewhere").And.Contain("nothing was saved"));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_AfterAnotherQuestionCameUp_ShowsItAndSendsNothing()
    {
        Script(FakePrompts.DisplayInPac(), FakePrompts.LinksWillBeBroken());
        var asked = await _app.HideAsync(Id);
        await using var other = _fake.CreateClient();
        var talk = await other.Workflows.ResumeAsync(Cataloging.AddOrUpdateBibRecord.Kind, _app.Store.Find(asked.Id)!.Bookmark!);
        await talk.ReplyAsync(talk.PendingPrompt!.Reply(WorkflowPromptResult.Continue));

        var next = await AnswerAsync(asked, Continue);

        Assert.That(next.Text, Does.Contain("The question has changed").And.Contain("Links will be broken"));
        Assert.That(_fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1), "that of the other process");
    }

    [Test]
    public async Task Answer_AfterTheLockVanishedAndTheRecordWasChanged_IsNotSent()
    {
        var asked = await _app.HideAsync(Id);
        _fake.ReleaseLock(ObjectType.BibliographicRecord, Id);
        _fake.WithBib(Id, marc: Titled("Dracula, revised"));

        var refused = await AnswerAsync(asked, Continue);
        var canceled = await AnswerAsync(refused, Cancel);

        Assert.That(refused.Text, Does.Contain("Another user has changed the record"));
        Assert.That(canceled.Text, Does.Contain("nothing was saved"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_AfterTheLockVanished_LocksAgainAndReleases()
    {
        var asked = await _app.HideAsync(Id);
        _fake.ReleaseLock(ObjectType.BibliographicRecord, Id);

        var ended = await AnswerAsync(asked, Continue);

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Answer_WhileAnotherUserHasTheRecord_IsNotSent()
    {
        var asked = await _app.HideAsync(Id);
        _fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, Id);

        var refused = await AnswerAsync(asked, Continue);

        Assert.That(refused.Text, Does.Contain("PolarisExec").And.Contain("has the record open").And.Contain("<h1>Display in PAC</h1>"));
        Assert.That(_fake.Locks.Single().PolarisUserName, Is.EqualTo("PolarisExec"), "a lock of another user is not released");
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Save_OfALockedRecord_NamesTheHolderAndLeavesTheLock()
    {
        _fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, Id);

        var ended = await _app.HideAsync(Id);

        Assert.That(ended.Text, Does.Contain("Not saved").And.Contain("PolarisExec"));
        Assert.That(_fake.Locks, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Save_OfARecordThatHasAnOpenOne_ShowsThatOne()
    {
        var first = await _app.HideAsync(Id);

        var second = await _app.HideAsync(Id);

        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(second.Text, Does.Contain("already has an open save").And.Contain($"/saves/{first.Id}/answer"));
        Assert.That(_fake.Journal.Count(entry => entry.Path == "workflow"), Is.EqualTo(1));
    }

    [Test]
    public async Task Save_WithALockThatAnotherProgramTook_LeavesThatLock()
    {
        await using var other = _fake.CreateClient();
        await other.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, Id);

        await AnswerAsync(await _app.HideAsync(Id), Continue);

        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(_fake.Locks, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Caretaker_PromptThatNoOneAnswers_IsCanceledAndTheRecordUnlocked()
    {
        await _app.DisposeAsync();
        _app = await WebApp.StartAsync(_fake, _folder, "--AnswerWithin", "00:00:00");
        var asked = await _app.HideAsync(Id);

        await _app.Caretaker.LookAsync();

        Assert.That((await _app.GetAsync(asked.Path)).Text, Does.Contain("No one answered in time"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Caretaker_SaveWhoseProcessDiedWhileItStarted_IsReleased()
    {
        await using var polaris = _fake.CreateClient();
        await polaris.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, Id);
        using var past = new SaveStore(new DirectoryInfo(_folder), new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        past.TryAdd(new Save { Id = "dead", What = "Hide", RecordId = Id, State = SaveState.Starting, HoldsLock = true });

        await _app.Caretaker.LookAsync();

        Assert.That((await _app.GetAsync("/saves/dead")).Text, Does.Contain("not known whether the record was saved"));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Caretaker_SaveThatEndedADayAgo_IsRemoved()
    {
        var recent = await AnswerAsync(await _app.HideAsync(Id), Cancel);
        using var past = new SaveStore(new DirectoryInfo(_folder), new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        past.TryAdd(new Save { Id = "old", What = "Hide", State = SaveState.Ended });

        await _app.Caretaker.LookAsync();

        Assert.That((await _app.GetAsync("/saves/old")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _app.GetAsync(recent.Path)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Caretaker_LockThatCouldNotBeReleased_IsReleasedLater()
    {
        var isBroken = true;
        _fake.On(HttpMethod.Delete, "objectlocks/{type}/{id}", _ =>
        {
            if (isBroken)
            {
                return FakeResponse.Empty(500);
            }

            _fake.ReleaseLock(ObjectType.BibliographicRecord, Id);
            return FakeResponse.Json("true");
        });
        var asked = await _app.HideAsync(Id);

        var ended = await AnswerAsync(asked, Continue);
        var locksMeanwhile = _fake.Locks.Count;
        var second = await _app.HideAsync(Id);
        isBroken = false;
        await _app.Caretaker.LookAsync();

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>").And.Contain("still locked"));
        Assert.That(locksMeanwhile, Is.EqualTo(1));
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict), "a new save would lose its lock to the late release");
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Caretaker_AnswerWhoseProcessDied_IsReadAgain()
    {
        var asked = await _app.HideAsync(Id);
        using var past = new SaveStore(new DirectoryInfo(_folder), new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        past.TryClaim(asked.Id, 1, SaveState.Open);
        past.DoubtThoseChangedBefore(DateTimeOffset.MaxValue);

        var doubtful = await _app.GetAsync(asked.Path);
        var looked = await _app.SubmitAsync(doubtful, "look");

        Assert.That(doubtful.Text, Does.Contain("not known whether Polaris acted"));
        Assert.That(looked.Text, Does.Contain("still asks the same question"));
        Assert.That((await AnswerAsync(looked, Continue)).Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Replace_OfAProtectedRecord_AsksASecondTime()
    {
        _fake.WithBib(7, marc: Titled("Frankenstein"), doNotOverlay: true).WithBib(8, marc: Titled("Frankenstein"));
        var asked = await _app.SubmitAsync(await _app.GetAsync("/"), "/saves/record", ("record", Titled("Frankenstein").ToJson()));

        var chosenNone = await AnswerAsync(asked, (int)WorkflowPromptResult.Yes);
        var second = await AnswerAsync(chosenNone, (int)WorkflowPromptResult.Yes, ("records", 7), ("records", 8));
        var ended = await AnswerAsync(second, Continue);

        Assert.That(chosenNone.Text, Does.Contain("Choose at least one record"));
        Assert.That(second.Text, Does.Contain("Frankenstein").And.Not.Contain("checkbox"));
        Assert.That(ended.Text, Does.Contain("has been added"));
        Assert.That(_fake.Bibs.Keys, Has.Member(7).And.No.Member(8));
    }

    [Test]
    public async Task Answer_WithARecordThatWasNotShown_IsNotSent()
    {
        _fake.WithBib(8, marc: Titled("Frankenstein"));
        var asked = await _app.SubmitAsync(await _app.GetAsync("/"), "/saves/record", ("record", Titled("Frankenstein").ToJson()));

        var refused = await AnswerAsync(asked, (int)WorkflowPromptResult.Yes, ("records", Id));

        Assert.That(refused.Text, Does.Contain("does not fit the question"));
        Assert.That(_fake.Journal.Count(entry => entry.Method == "PUT"), Is.Zero);
    }

    [Test]
    public async Task Page_OfAPrompt_HoldsNoConversationAndNoPassword()
    {
        var asked = await _app.HideAsync(Id);
        var guid = _app.Store.Find(asked.Id)!.Bookmark!.RequestGuid;

        Assert.That(asked.Html, Does.Not.Contain(guid.ToString()).IgnoreCase.And.Not.Contain(guid.ToString("N")).IgnoreCase);
        Assert.That(asked.Html, Does.Not.Contain(FakePolaris.DefaultPassword));
    }

    [Test]
    public async Task Texts_OfTheServer_AreEncoded()
    {
        Script(new FakePrompt(WorkflowPromptId.DisplayInPac) { Title = "<script>alert(1)</script>", Message = "\"><img src=x>" });

        var asked = await _app.HideAsync(Id);

        Assert.That(asked.Html, Does.Not.Contain("<script>").And.Not.Contain("<img").And.Contain("&lt;script&gt;"));
    }

    [Test]
    public async Task Post_WithoutTheAntiForgeryToken_IsRefused()
    {
        var asked = await _app.HideAsync(Id);
        var form = asked.Forms.Single(form => form.Action.EndsWith("answer", StringComparison.Ordinal));

        var refused = await _app.PostAsync(
            form.Action, form.Hidden.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).Append(KeyValuePair.Create("result", "5")));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Not accepted"));
        Assert.That(_fake.Journal.Count(entry => entry.Method == "PUT"), Is.Zero);
    }

    [Test]
    public async Task Answer_WhoseResponseIsLost_IsSentOnceAndShowsTheOutcome()
    {
        var asked = await _app.HideAsync(Id);
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT" });

        var ended = await AnswerAsync(asked, Continue);

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"), "the client read the changed state itself");
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task Answer_WhoseFateIsUnknown_IsSentAgainOnlyByThePerson()
    {
        await _app.DisposeAsync();
        _app = await WebApp.StartAsync(_fake, _folder, "--Polaris:ReplyRecoveryTimeout", "00:00:00.5");
        var asked = await _app.HideAsync(Id);
        _fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });

        var doubtful = await AnswerAsync(asked, Continue);
        var executedBefore = _fake.ExecutedOperations;
        var looked = await _app.SubmitAsync(doubtful, "look");
        var ended = await AnswerAsync(looked, Continue);

        Assert.That(doubtful.Text, Does.Contain("not known whether Polaris acted").And.Contain("stays locked"));
        Assert.That(executedBefore, Is.Zero);
        Assert.That(looked.Text, Does.Contain("still asks the same question"));
        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(_fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Record_ThatIsNotMarc_IsRefusedWithItsReason()
    {
        var refused = await _app.SubmitAsync(await _app.GetAsync("/"), "/saves/record", ("record", "{ \"leader\": 5 }"));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("role=\"alert\""));
    }

    private Task<Shown> AnswerAsync(Shown page, int result, params (string Name, object Value)[] fields) =>
        _app.SubmitAsync(page, "answer", [("result", result), .. fields]);

    private void Script(params FakePrompt[] prompts) => _fake.OnWorkflow(WorkflowRequestType.AddOrUpdateBibRecord, workflow =>
        workflow.IsCanceled ? FakeWorkflowOutcome.Cancel()
        : workflow.Replies.Count < prompts.Length ? FakeWorkflowOutcome.Ask(prompts[workflow.Replies.Count])
        : FakeWorkflowOutcome.Complete());

    private static MarcRecord Titled(string title) => new MarcRecord().Field("100", '1', ' ', ('a', "Someone")).Field("245", '1', '0', ('a', title));
}
