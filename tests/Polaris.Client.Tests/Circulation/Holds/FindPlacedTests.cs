using Polaris.Client.Circulation;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

/// <summary>The workflow does not return the ID of the new request, and lists show it only after some seconds.</summary>
public sealed class FindPlacedTests : FakeFixture
{
    private static CreateHoldRequest Request => new() { PatronId = 8, PickupBranchId = 3, BibliographicRecordId = 5 };

    [SetUp]
    public void AddPatron() => Fake.WithPatron(8, "p8").WithBib(6);

    [Test]
    public async Task FindPlacedAsync_HoldThatAppearsLater_IsFoundThen()
    {
        Fake.Options.HoldListDelay = TimeSpan.FromSeconds(7);
        var before = await Client.Holds.ListOfPatronAsync(8);
        var start = Clock.GetUtcNow();
        await Client.Workflows.RunAsync(Request, new());

        var found = await Client.Holds.FindPlacedAsync(Request, before);

        Assert.That(found.Single().HoldRequestId, Is.EqualTo(Fake.Holds.Values.Single().Id));
        Assert.That(Clock.GetUtcNow() - start, Is.InRange(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(12)));
    }

    [Test]
    public async Task FindPlacedAsync_SameHoldExistedBefore_IsNotTakenForTheNewOne()
    {
        Fake.WithHold(1, 8, 5);
        var before = await Client.Holds.ListOfPatronAsync(8);
        await Client.Workflows.RunAsync(
            Request, new PromptHandlers().Always(WorkflowPromptId.DuplicateHoldRequests, WorkflowPromptResult.Continue));

        var found = await Client.Holds.FindPlacedAsync(Request, before);

        Assert.That(found.Single().HoldRequestId, Is.Not.EqualTo(1));
    }

    [Test]
    public async Task FindPlacedAsync_NothingAppears_ReturnsNothingAfterTheTime()
    {
        var start = Clock.GetUtcNow();

        var found = await Client.Holds.FindPlacedAsync(Request, [], TimeSpan.FromSeconds(12));

        Assert.That(found, Is.Empty);
        Assert.That(Clock.GetUtcNow() - start, Is.InRange(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(13)));
    }

    [Test]
    public async Task FindPlacedAsync_NoTimeToWait_LooksOnce()
    {
        Assert.That(await Client.Holds.FindPlacedAsync(Request, [], TimeSpan.Zero), Is.Empty);
        Assert.That(Fake.Journal.Count(entry => entry.Path == "patrons/8/requests/local"), Is.EqualTo(1));
    }

    [Test]
    public async Task FindPlacedAsync_OtherNewHolds_DoNotMatch()
    {
        FakeHold noted = new() { Id = 4, PatronId = 8, BibRecordId = 5 };
        noted.Json["PACDisplayNotes"] = "Order 4711, please";
        Fake.WithHold(1, 8, 6)
            .With(new FakeHold { Id = 2, PatronId = 8, BibRecordId = 5, PickupBranchId = 12 })
            .WithHold(3, 8, 5)
            .With(noted);
        var request = Request;
        request.PacDisplayNotes = "Order 4711";

        var found = await Client.Holds.FindPlacedAsync(request, []);

        Assert.That(found.Select(hold => hold.HoldRequestId), Is.EqualTo([4]));
    }

    [Test]
    public async Task FindPlacedAsync_UnlockedRequest_MatchesItsTitle()
    {
        var request = new CreateHoldRequest { PatronId = 8, PickupBranchId = 3, UnlockedRequest = true, Title = "Frog Face" };
        Fake.WithHold(1, 8, 5);
        await Client.Workflows.RunAsync(request, new());

        var found = await Client.Holds.FindPlacedAsync(request, []);

        Assert.That(found.Single().Title, Is.EqualTo("Frog Face"));
    }

    [Test]
    public async Task FindPlacedAsync_TwoMatchingHolds_ReturnsBoth()
    {
        Fake.WithHold(1, 8, 5).WithHold(2, 8, 5);

        Assert.That(await Client.Holds.FindPlacedAsync(Request, []), Has.Count.EqualTo(2));
    }

    [Test]
    public void FindPlacedAsync_CanceledWhileWaiting_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        Fake.On(HttpMethod.Get, "patrons/{id}/requests/local", _ =>
        {
            cancellation.Cancel();
            return FakeResponse.Json("[]");
        });

        Assert.That(
            () => Client.Holds.FindPlacedAsync(Request, [], cancellationToken: cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void FindPlacedAsync_BadArguments_ThrowBeforeAnythingIsSent()
    {
        Assert.ThrowsAsync<ArgumentNullException>(() => Client.Holds.FindPlacedAsync(null!, []));
        Assert.ThrowsAsync<ArgumentNullException>(() => Client.Holds.FindPlacedAsync(Request, null!));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.Holds.FindPlacedAsync(new CreateHoldRequest(), []));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.Holds.FindPlacedAsync(Request, [], TimeSpan.FromTicks(-1)));
        Assert.That(Fake.Journal, Is.Empty);
    }
}
