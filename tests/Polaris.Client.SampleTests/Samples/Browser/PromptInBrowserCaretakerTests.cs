using System.Net;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using PromptInBrowser;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>What people and crashed processes leave behind is ended and unlocked.</summary>
public sealed class PromptInBrowserCaretakerTests : PromptInBrowserFixture
{
    [Test]
    public async Task Caretaker_PromptThatNoOneAnswers_IsCanceledAndTheRecordUnlocked()
    {
        await RestartAsync("--AnswerWithin", "00:00:00");
        var asked = await App.HideAsync(Id);

        await App.Caretaker.LookAsync();

        Assert.That((await App.GetAsync(asked.Path)).Text, Does.Contain("No one answered in time"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Caretaker_SaveWhoseProcessDiedWhileItStarted_IsReleased()
    {
        await using var polaris = Fake.CreateClient();
        await polaris.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, Id);
        using var past = new SaveStore(new DirectoryInfo(Folder), new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        past.TryAdd(new Save { Id = "dead", What = "Hide", RecordId = Id, State = SaveState.Starting, HoldsLock = true });

        await App.Caretaker.LookAsync();

        Assert.That((await App.GetAsync("/saves/dead")).Text, Does.Contain("not known whether the record was saved"));
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Caretaker_SaveThatEndedADayAgo_IsRemoved()
    {
        var recent = await AnswerAsync(await App.HideAsync(Id), Cancel);
        using var past = new SaveStore(new DirectoryInfo(Folder), new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        past.TryAdd(new Save { Id = "old", What = "Hide", State = SaveState.Ended });

        await App.Caretaker.LookAsync();

        Assert.That((await App.GetAsync("/saves/old")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await App.GetAsync(recent.Path)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Caretaker_LockThatCouldNotBeReleased_IsReleasedLater()
    {
        var isBroken = true;
        Fake.On(HttpMethod.Delete, "objectlocks/{type}/{id}", _ =>
        {
            if (isBroken)
            {
                return FakeResponse.Empty(500);
            }

            Fake.ReleaseLock(ObjectType.BibliographicRecord, Id);
            return FakeResponse.Json("true");
        });
        var asked = await App.HideAsync(Id);

        var ended = await AnswerAsync(asked, Continue);
        var locksMeanwhile = Fake.Locks.Count;
        var second = await App.HideAsync(Id);
        isBroken = false;
        await App.Caretaker.LookAsync();

        Assert.That(ended.Text, Does.Contain("<h1>Saved</h1>").And.Contain("still locked"));
        Assert.That(locksMeanwhile, Is.EqualTo(1));
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict), "a new save would lose its lock to the late release");
        Assert.That(Fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Caretaker_AnswerWhoseProcessDied_IsReadAgain()
    {
        var asked = await App.HideAsync(Id);
        using var past = new SaveStore(new DirectoryInfo(Folder), new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        past.TryClaim(asked.Id, 1, SaveState.Open);
        past.DoubtThoseChangedBefore(DateTimeOffset.MaxValue);

        var doubtful = await App.GetAsync(asked.Path);
        var looked = await App.SubmitAsync(doubtful, "look");

        Assert.That(doubtful.Text, Does.Contain("not known whether Polaris acted"));
        Assert.That(looked.Text, Does.Contain("still asks the same question"));
        Assert.That((await AnswerAsync(looked, Continue)).Text, Does.Contain("<h1>Saved</h1>"));
        Assert.That(Fake.Locks, Is.Empty);
    }
}
