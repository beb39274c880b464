using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class EditItemRecordTests : ConductorFixture
{
    private const int Id = 17;

    [SetUp]
    public void AddRecord() => Add();

    [TearDown]
    public void AssertNoLockIsLeft() => Assert.That(Fake.Locks.Where(held => held.WorkstationId != 15), Is.Empty);

    [Test]
    public async Task EditAsync_ChangedNote_IsSavedAndReadAgain()
    {
        var edit = await Client.ItemRecords.EditAsync(Id, Annotate, new());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edit.IsSaved, Is.True);
            Assert.That(edit.ToString(), Is.EqualTo($"Record {Id}, saved"));
            Assert.That(edit.Stored!.NonPublicNote, Is.EqualTo("Old. Rebound."));
            Assert.That(edit.Differences.Single().Name, Is.EqualTo("NonPublicNote"));
            Assert.That(edit.Differences.Single().Before!.Value.GetString(), Is.EqualTo("Old."));
            Assert.That(edit.Differences.Single().Stored!.Value.GetString(), Is.EqualTo("Old. Rebound."));
            Assert.That(edit.Differences.Single().ToString(), Is.EqualTo("NonPublicNote"), "values stay out of logs");
            Assert.That(edit.NotStored, Is.Empty);
            Assert.That(edit.ReadError, Is.Null);
            Assert.That(SentData(), Is.EqualTo("""{"ItemRecordID":17,"IsNew":false,"NonPublicNote":"Old. Rebound."}"""), "only what changes is sent");
            Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task EditAsync_AsynchronousChange_IsAwaited()
    {
        var edit = await Client.ItemRecords.EditAsync(
            Id,
            async (item, update) =>
            {
                await Task.Yield();
                Annotate(item, update);
            },
            new());

        Assert.That(edit.IsSaved, Is.True);
    }

    [Test]
    public async Task EditAsync_NewStatus_IsSentWithTheCurrentOne()
    {
        await Client.ItemRecords.EditAsync(Id, (_, update) => update.ItemStatusId = 14, new());

        Assert.That(SentData(), Is.EqualTo("""{"ItemRecordID":17,"IsNew":false,"OriginalItemStatusID":1,"ItemStatusID":14}"""));
        Assert.That(Fake.Items[Id].ItemStatusId, Is.EqualTo(14));
    }

    [Test]
    public async Task EditAsync_NothingSetOrThePresentValues_SavesNothing()
    {
        var unset = await Client.ItemRecords.EditAsync(Id, (_, _) => { }, new());
        var present = await Client.ItemRecords.EditAsync(
            Id,
            (item, update) =>
            {
                update.Barcode = item.Barcode;
                update.ItemStatusId = item.ItemStatusId;
                update.DisplayInPac = true;
                update.LoanableOutsideSystem = false;
                update.ShelvingSchemeId = 3;
                update.ItemRecordHistoryActionId = 9;
            },
            new());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unset.Result, Is.Null);
            Assert.That(present.Result, Is.Null);
            Assert.That(present.ToString(), Is.EqualTo($"Record {Id}, unchanged"));
            Assert.That(present.Differences, Is.Empty);
            Assert.That(present.NotStored, Is.Empty);
            Assert.That(SentAboutWorkflows(), Is.Empty);
        }
    }

    [Test]
    public async Task EditAsync_PropertyThatTheServerIgnores_IsReported()
    {
        Fake.OnWorkflow(WorkflowRequestType.AddOrUpdateItemRecord, _ => FakeWorkflowOutcome.Complete("The item record has been updated."));

        var edit = await Client.ItemRecords.EditAsync(
            Id,
            (_, update) =>
            {
                update.LoanableOutsideSystem = true;
                update.Note = "Not part of a read";
            },
            new());

        Assert.That(edit.Differences, Is.Empty);
        Assert.That(edit.NotStored.Select(ignored => $"{ignored} {ignored.Before} {ignored.Stored}"), Is.EqualTo(["LoanableOutsideSystem True False"]));
    }

    [Test]
    public async Task EditAsync_EmptiedNoteThatTheServerReturnsAsNull_IsStored()
    {
        var reads = 0;
        Fake.On(HttpMethod.Get, "itemrecords/{id}", _ => FakeResponse.Json(
            $$"""{"ItemRecordID":17,"NonPublicNote":{{(++reads < 3 ? "\"Old.\"" : "null")}}}"""));

        var edit = await Client.ItemRecords.EditAsync(Id, (_, update) => update.NonPublicNote = "", new());

        Assert.That(edit.NotStored, Is.Empty);
        Assert.That(edit.Differences.Single().Name, Is.EqualTo("NonPublicNote"));
    }

    [Test]
    public async Task EditAsync_TwoAtOnce_BothChangesAreStored()
    {
        var edits = await Task.WhenAll(
            Client.ItemRecords.EditAsync(Id, Annotate, new()),
            Client.ItemRecords.EditAsync(Id, (item, update) => update.NonPublicNote = item.NonPublicNote + " Cleaned.", new()));

        Assert.That(edits.Select(edit => edit.IsSaved), Is.All.True);
        Assert.That(Fake.Items[Id].Json["NonPublicNote"]!.ToString(), Is.EqualTo("Old. Rebound. Cleaned.").Or.EqualTo("Old. Cleaned. Rebound."));
    }

    [Test]
    public void EditAsync_CanceledOrDeletedMeanwhile_SavesNothing()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.That(
            () => Client.ItemRecords.EditAsync(
                Id,
                (item, update) =>
                {
                    Annotate(item, update);
                    cancellation.Cancel();
                },
                new(),
                cancellationToken: cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.EditAsync(
            Id,
            (item, update) =>
            {
                Annotate(item, update);
                Fake.On(HttpMethod.Get, "itemrecords/{id}", _ => FakeResponse.Json("""{"Message":"Gone"}""", 404));
            },
            new()));
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public void EditAsync_ChangedMeanwhile_IsRefused()
    {
        var error = Assert.ThrowsAsync<RecordChangedException>(() => Client.ItemRecords.EditAsync(
            Id,
            (item, update) =>
            {
                Annotate(item, update);
                Add(note: "Of another user");
            },
            new()))!;

        Assert.That(error.Message, Does.StartWith($"Item record {Id} "));
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public async Task EditAsync_HoldPlacedMeanwhile_IsSaved()
    {
        var edit = await Client.ItemRecords.EditAsync(
            Id,
            (item, update) =>
            {
                Annotate(item, update);
                Add(links: new JsonObject { ["Pending"] = new JsonObject { ["PatronID"] = 8 } });
            },
            new());

        Assert.That(edit.IsSaved, Is.True, "a hold request does not change the record");
        Assert.That(edit.Differences.Select(difference => difference.Name), Is.EquivalentTo(["NonPublicNote", "HoldRequestLinks"]));
    }

    [Test]
    public async Task EditAsync_ServerThatVariesQuotesCasingAndNulls_IsSaved()
    {
        var reads = 0;
        Fake.On(HttpMethod.Get, "itemrecords/{id}", _ => FakeResponse.Json(++reads % 2 == 0
            ? """{"itemRecordID":"17","ShelvingSchemeID":"3","PublicNote":null,"NonPublicNote":"Old."}"""
            : """{"ItemRecordID":17,"shelvingSchemeID":3,"NonPublicNote":"Old."}"""));

        var edit = await Client.ItemRecords.EditAsync(Id, Annotate, new());

        Assert.That(edit.IsSaved, Is.True);
        Assert.That(edit.Differences, Is.Empty);
        Assert.That(edit.NotStored.Single().Name, Is.EqualTo("NonPublicNote"));
    }

    [Test]
    public void EditAsync_LockedByAnotherUser_ReadsAndChangesNothing()
    {
        Fake.LockAs("PolarisExec", 15, ObjectType.ItemRecord, Id);
        var ran = false;

        Assert.ThrowsAsync<ObjectLockedException>(() => Client.ItemRecords.EditAsync(Id, (_, _) => { ran = true; }, new()));

        Assert.That(ran, Is.False);
    }

    [Test]
    public void EditAsync_BadArguments_AreRefusedBeforeAnythingIsSaved()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Client.ItemRecords.EditAsync(0, Annotate, new()));
            Assert.Throws<ArgumentNullException>(() => Client.ItemRecords.EditAsync(Id, (Action<ItemRecord, UpdateItemRecord>)null!, new()));
            Assert.Throws<ArgumentNullException>(() => Client.ItemRecords.EditAsync(Id, Annotate, null!));
            Assert.ThrowsAsync<NotFoundException>(() => Client.ItemRecords.EditAsync(99, Annotate, new()));
            Assert.ThrowsAsync<FormatException>(() => Client.ItemRecords.EditAsync(
                Id, (Action<ItemRecord, UpdateItemRecord>)((_, _) => throw new FormatException()), new()));
            Assert.That(
                Assert.ThrowsAsync<InvalidOperationException>(() => Client.ItemRecords.EditAsync(Id, (_, update) => update.ItemRecordId = 18, new()))!.Message,
                Does.Contain("18"));
            Assert.That(
                Assert.ThrowsAsync<InvalidOperationException>(() => Client.ItemRecords.EditAsync(Id, (item, _) => item.NonPublicNote = "Lost", new()))!.Message,
                Does.Contain("set the property of the update instead"));
            Assert.That(SentAboutWorkflows(), Is.Empty);
        }
    }

    [Test]
    public async Task EditAsync_HandlerCancelsTheSave_IsNotSaved()
    {
        var edit = await Client.ItemRecords.EditAsync(
            Id, (_, update) => update.DisplayInPac = false, new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Cancel()));

        Assert.That(edit.IsSaved, Is.False);
        Assert.That(edit.Result!.IsCanceled, Is.True);
        Assert.That(edit.Stored, Is.Null);
        Assert.That(Fake.Items[Id].DisplayInPac, Is.True);
    }

    [Test]
    public async Task EditAsync_ReadAfterTheSaveFails_TheSaveIsStillReported()
    {
        var reads = 0;
        Fake.On(HttpMethod.Get, "itemrecords/{id}", _ =>
            ++reads < 3 ? FakeResponse.Json("""{"ItemRecordID":17,"NonPublicNote":"Old."}""") : FakeResponse.Html(404, "gone"));

        var edit = await Client.ItemRecords.EditAsync(Id, Annotate, new());

        Assert.That(edit.IsSaved, Is.True);
        Assert.That(edit.ReadError, Is.InstanceOf<NotFoundException>());
        Assert.That(edit.Differences, Is.Empty);
    }

    [Test]
    public void EditAsync_ResponseToTheSaveLost_IsSavedOnce()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "workflow" });

        Assert.ThrowsAsync<TransportException>(() => Client.ItemRecords.EditAsync(Id, Annotate, new()));

        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    private static void Annotate(ItemRecord item, UpdateItemRecord update) => update.NonPublicNote = item.NonPublicNote + " Rebound.";

    private string SentData() => Fake.Journal.Single(entry => entry.Request is not null).Request!.Data.ToJsonString();

    private void Add(string note = "Old.", JsonObject? links = null) => Fake.WithRecord("items", new()
    {
        ["ItemRecordID"] = Id,
        ["Barcode"] = "0017",
        ["NonPublicNote"] = note,
        ["LoanableOutsideSystem"] = false,
        ["ShelvingSchemeID"] = 3,
        ["HoldRequestLinks"] = links ?? [],
    });
}
