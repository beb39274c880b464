using Polaris.Client.Circulation;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Circulation;

public sealed class HoldsClientTests : FakeFixture
{
    [SetUp]
    public void AddPatronAndHold() => Fake.WithPatron(8, "p8").WithItem(17, "0017", bibRecordId: 5).WithHold(1, 8, 5);

    [Test]
    public async Task GetAsync_StoredHold_ReturnsItWithTheIdThatWasAskedFor()
    {
        HoldRequest hold = await Client.Holds.GetAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hold.HoldRequestId, Is.EqualTo(1));
            Assert.That(hold.PatronId, Is.EqualTo(8));
            Assert.That(hold.BibliographicRecordId, Is.EqualTo(5));
            Assert.That(hold.Status, Is.EqualTo(HoldStatus.Active));
            Assert.That(hold.StatusName, Is.EqualTo("Active"));
            Assert.That(hold.PatronBarcode, Is.EqualTo("p8"));
            Assert.That(hold.ToString(), Is.EqualTo("HoldRequest 1, Active"));
        }
    }

    [Test]
    public async Task FindAsync_UnknownHold_ReturnsNullAndGetThrows()
    {
        Assert.That(await Client.Holds.FindAsync(99), Is.Null);
        Assert.That(Assert.ThrowsAsync<NotFoundException>(() => Client.Holds.GetAsync(99))!.ErrorCode, Is.EqualTo("60028"));
    }

    [Test]
    public void FindAsync_PageOfTheWebServer_IsNotTakenForAMissingHold()
    {
        Fake.On(HttpMethod.Get, "holds/{id}", _ => FakeResponse.Html(404, "404 - File or directory not found."));

        Assert.ThrowsAsync<NotFoundException>(() => Client.Holds.FindAsync(1));
    }

    [TestCase("""{"SysHoldRequestID":2,"PatronID":8}""")]
    [TestCase("{}")]
    [TestCase("null")]
    public void GetAsync_AnotherHoldOrNone_IsNotBelieved(string body)
    {
        Fake.On(HttpMethod.Get, "holds/{id}", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.Holds.GetAsync(1));
    }

    [Test]
    public async Task GetWithHistoryAsync_ListOfUnknownName_IsKeptAsReceived()
    {
        Fake.On(HttpMethod.Get, "holds/{id}?history&satisfiedby", request => FakeResponse.Json(
            $$"""{"PatronID":8,"Asked":"{{string.Join('&', request.Query)}}"}"""));

        Assert.That(
            (await Client.Holds.GetWithHistoryAsync(1)).AdditionalMembers!["Asked"].GetString(), Is.EqualTo("[history, true]"));
        Assert.That(
            (await Client.Holds.GetWithSatisfiedByAsync(1)).AdditionalMembers!["Asked"].GetString(), Is.EqualTo("[satisfiedby, true]"));
    }

    [Test]
    public async Task CancelThenDelete_ActiveHold_RemovesIt()
    {
        await Client.Holds.CancelAsync(1);
        int status = Fake.Holds[1].StatusId;
        await Client.Holds.DeleteAsync(1);

        Assert.That(status, Is.EqualTo(16));
        Assert.That(Fake.Holds, Is.Empty);
    }

    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    public void DeleteAsync_HoldThatWasNotCanceled_AdvisesToCancelItFirst(int status)
    {
        Fake.With(new FakeHold { Id = 1, PatronId = 8, BibRecordId = 5, StatusId = status });

        var refused = Assert.ThrowsAsync<ValidationFailedException>(() => Client.Holds.DeleteAsync(1))!;

        Assert.That(refused.Message, Does.Contain("cancel it first, with CancelAsync"));
        Assert.That(refused.ServerMessage, Does.Contain("must be canceled"));
        Assert.That(Fake.Holds, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ReturnAsync_LocatedHold_IsPendingAgain()
    {
        Fake.With(new FakeHold { Id = 1, PatronId = 8, BibRecordId = 5, StatusId = 18 });

        await Client.Holds.ReturnAsync(1, 17);

        Assert.That(Fake.Holds[1].StatusId, Is.EqualTo(4));
    }

    [TestCase("1000")]
    [TestCase(" true ")]
    [TestCase("")]
    public void CancelAsync_Confirmation_IsBelieved(string body)
    {
        Fake.On(HttpMethod.Put, "holds/{id}?action", _ => FakeResponse.Json(body));

        Assert.DoesNotThrowAsync(() => Client.Holds.CancelAsync(1));
    }

    [TestCase("\"1000\"")]
    [TestCase("\uFEFF1000")]
    public void CancelAsync_ConfirmationInQuotesOrAfterAByteOrderMark_IsBelieved(string body)
    {
        Fake.On(HttpMethod.Put, "holds/{id}?action", _ => FakeResponse.Json(body));

        Assert.DoesNotThrowAsync(() => Client.Holds.CancelAsync(1));
    }

    [Test]
    public async Task FindPlacedAsync_NullAmongTheRequests_IsLeftOut()
    {
        Fake.On(HttpMethod.Get, "patrons/{id}/requests/local", _ => FakeResponse.Json("[null]"));
        var placed = new CreateHoldRequest { PatronId = 8, BibliographicRecordId = 5 };

        var before = await Client.Holds.ListOfPatronAsync(8);

        Assert.That(before, Is.Empty);
        Assert.That(await Client.Holds.FindPlacedAsync(placed, before, TimeSpan.Zero), Is.Empty);
    }

    [TestCase("1001")]
    [TestCase("false")]
    [TestCase("{}")]
    public void EachChange_OtherResponse_IsNotTakenForASuccess(string body)
    {
        Fake.On(HttpMethod.Put, "holds/{id}?action&itemrecordid", _ => FakeResponse.Json(body))
            .On(HttpMethod.Delete, "holds/{id}", _ => FakeResponse.Json(body));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Client.Holds.CancelAsync(1))!;
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Body, Is.EqualTo(body));
        Assert.ThrowsAsync<InvalidResponseException>(() => Client.Holds.ReturnAsync(1, 17));
        Assert.ThrowsAsync<InvalidResponseException>(() => Client.Holds.DeleteAsync(1));
    }

    [Test]
    public void CancelAsync_ResponseLost_IsSentOnce()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "PUT", Path = "holds/1" });

        var lost = Assert.ThrowsAsync<TransportException>(() => Client.Holds.CancelAsync(1))!;

        Assert.That(lost.MayHaveBeenProcessed, Is.True);
        Assert.That(Fake.Holds[1].StatusId, Is.EqualTo(16));
        Assert.That(Fake.Journal.Count(entry => entry.Method == "PUT"), Is.EqualTo(1));
    }

    [Test]
    public async Task ListOfPatronAsync_HoldsOfTwoPatrons_ReturnsThoseOfOne()
    {
        Fake.WithPatron(9, "p9").WithHold(2, 9, 5).WithHold(3, 8, 0, itemRecordId: 17);

        var holds = await Client.Holds.ListOfPatronAsync(8);

        Assert.That(holds.Select(hold => hold.HoldRequestId), Is.EqualTo([1, 3]));
        Assert.That(holds.Select(hold => hold.ItemLevelHold), Is.EqualTo([false, true]));
    }

    [Test]
    public async Task ListIllOfPatronAsync_Rows_AreJsonAsReceived()
    {
        Fake.WithRecord("illrequests", new() { ["ILLRequestID"] = 4, ["PatronID"] = 8, ["Anything"] = "x" });

        var rows = await Client.Holds.ListIllOfPatronAsync(8);

        Assert.That(rows.Single().GetRawText(), Is.EqualTo("""{"ILLRequestID":4,"PatronID":8,"Anything":"x"}"""));
    }

    [Test]
    public async Task DefaultsAndSummaries_OfABranch_AreRead()
    {
        Fake.With(new FakeHold { Id = 2, PatronId = 8, BibRecordId = 5, StatusId = 8 });
        Fake.WithRecord("illrequests", new() { ["ILLRequestID"] = 4, ["PatronID"] = 8, ["PickupBranchID"] = 3, ["ILLStatusID"] = 10 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Client.Holds.GetDefaultsAsync()).ExpirationDatePeriod, Is.EqualTo(120));
            Assert.That((await Client.Holds.GetCountsAsync(3)).Unclaimed, Is.EqualTo(1));
            Assert.That((await Client.Holds.GetSummaryAsync(3, 2, HoldStatus.Active)).GetArrayLength(), Is.EqualTo(1));
            Assert.That((await Client.Holds.GetIllSummaryAsync(3, 2, 10)).GetArrayLength(), Is.EqualTo(1));
        }
    }

    [Test]
    public void EachMethod_IdBelowOne_ThrowsBeforeAnythingIsSent()
    {
        var holds = Client.Holds;
        Func<Task>[] calls =
        [
            () => holds.GetAsync(0), () => holds.FindAsync(0), () => holds.GetWithHistoryAsync(0), () => holds.GetWithSatisfiedByAsync(0),
            () => holds.ListOfPatronAsync(0), () => holds.ListIllOfPatronAsync(-1), () => holds.CancelAsync(0), () => holds.DeleteAsync(0),
            () => holds.ReturnAsync(0, 17), () => holds.ReturnAsync(1, 0), () => holds.GetCountsAsync(0),
            () => holds.GetSummaryAsync(0, 1, HoldStatus.Held), () => holds.GetIllSummaryAsync(0, 1, 1),
        ];

        Assert.Multiple(() =>
        {
            foreach (var call in calls)
            {
                Assert.That(() => call(), Throws.InstanceOf<ArgumentOutOfRangeException>());
            }
        });
        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public void EachFailure_OfAPatron_NamesNoOneInMessagesAndLogs()
    {
        Fake.On(HttpMethod.Get, "holds/{id}", _ => FakeResponse.Json("""{"SysHoldRequestID":2,"PatronID":8675309,"PatronName":"Ada Byron"}"""));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Client.Holds.GetAsync(1))!;

        Assert.That($"{error} {string.Join(' ', Logs.Entries)}", Does.Not.Contain("8675309").And.Not.Contain("Byron"));
    }
}
