using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class EditAuthorityRecordTests : ConductorFixture
{
    private const int Id = 2655;

    [SetUp]
    public void AddRecord() => Add(linkedBibs: 0);

    [TearDown]
    public void AssertNoLockIsLeft() => Assert.That(Fake.Locks.Where(held => held.WorkstationId != 15), Is.Empty);

    [Test]
    public async Task EditAsync_AddedNote_IsSavedWithItsStatusAndReadAgain()
    {
        var edit = await Client.AuthorityRecords.EditAsync(Id, AddNote, new());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edit.IsSaved, Is.True);
            Assert.That(edit.Difference!.Added.Single().Tag, Is.EqualTo("670"));
            Assert.That(edit.StoredDifference!.IsEmpty, Is.True);
            Assert.That(edit.ToString(), Is.EqualTo($"Record {Id}, saved"));
            Assert.That(Fake.Authorities[Id].RecordStatusId, Is.EqualTo(4), "the present status is repeated, not replaced by 1");
            Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task EditAsync_HeadingWithLinks_AsksAndCancelSavesNothing()
    {
        Add(linkedBibs: 3);

        var edit = await Client.AuthorityRecords.EditAsync(
            Id, record => record["100"]!['a'] = "Clemens, Samuel", new PromptHandlers().On<ManageLinkedRecordsPrompt>(prompt => prompt.Cancel()));

        Assert.That(edit.IsSaved, Is.False);
        Assert.That(edit.ToString(), Is.EqualTo($"Record {Id}, canceled"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public void EditAsync_LeaderThatDeletes_IsRefused()
    {
        Assert.ThrowsAsync<InvalidOperationException>(() => Client.AuthorityRecords.EditAsync(
            Id, record => record.Leader = "00000sz  a2200000n  4500", new()));

        Assert.That(Fake.Authorities.ContainsKey(Id), Is.True);
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public void EditAsync_StatusMissingInTheResponse_IsRefused()
    {
        Fake.On(HttpMethod.Get, "authorityrecords/{id}", _ => FakeResponse.Json($$"""{"AuthorityRecordID":{{Id}}}"""));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => Client.AuthorityRecords.EditAsync(Id, AddNote, new()))!;

        Assert.That(error.Message, Does.Contain("RecordStatusID"));
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public void EditAsync_ChangedMeanwhile_IsRefused()
    {
        var error = Assert.ThrowsAsync<RecordChangedException>(() => Client.AuthorityRecords.EditAsync(
            Id,
            record =>
            {
                AddNote(record);
                Add(linkedBibs: 0, note: "Of another user");
            },
            new()))!;

        Assert.That(error.Message, Does.StartWith($"Authority record {Id} "));
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public void EditAsync_LockedByAnotherUser_ReadsAndChangesNothing()
    {
        Fake.LockAs("PolarisExec", 15, ObjectType.AuthorityRecord, Id);

        Assert.ThrowsAsync<ObjectLockedException>(() => Client.AuthorityRecords.EditAsync(Id, AddNote, new()));
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.AuthorityRecords.EditAsync(0, AddNote, new()));
    }

    private static void AddNote(MarcRecord record) => record.Field("670", ' ', ' ', ('a', "Life on the Mississippi, 1883"));

    private void Add(int linkedBibs, string? note = null)
    {
        var marc = new MarcRecord { Leader = "00000nz  a2200000n  4500" }.Field("100", '1', ' ', ('a', "Twain, Mark"));
        if (note is not null)
        {
            marc.Field("670", ' ', ' ', ('a', note));
        }

        Fake.WithRecord("authorities", new()
        {
            ["AuthorityRecordID"] = Id,
            ["RecordStatusID"] = 4,
            ["LinkedBibCount"] = linkedBibs,
            ["Record"] = JsonNode.Parse(marc.ToJson()),
        });
    }
}
