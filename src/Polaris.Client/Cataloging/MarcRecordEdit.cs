using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Edits the MARC data of a bibliographic or an authority record: the caller changes a copy, which is saved whole.</summary>
/// <typeparam name="TSaved">The data that the save returns.</typeparam>
internal sealed class MarcRecordEditor<TSaved>(ObjectLocksClient locks, WorkflowsClient workflows, ObjectType objectType, string noun)
    : RecordEditor<MarcRecord, MarcRecord, TSaved>(locks, workflows, objectType, noun)
    where TSaved : class
{
    /// <summary>Where the MARC data are read, for messages.</summary>
    public required string MarcRoute { get; init; }

    public required Func<int, CancellationToken, Task<MarcRecord>> ReadMarcAsync { get; init; }

    public required Func<int, MarcRecord, CancellationToken, Task<WorkflowRequest<TSaved>>> ToRequestAsync { get; init; }

    public Task<MarcRecordEdit<TSaved>> EditAsync(
        int recordId, Func<MarcRecord, Task> change, PromptHandlers handlers, AcquireOptions? lockOptions, CancellationToken cancellationToken) =>
        EditAsync(new MarcRecordEdit<TSaved>(recordId), (_, changed) => change(changed), handlers, lockOptions, cancellationToken);

    protected override async Task<MarcRecord> ReadAsync(int recordId, CancellationToken cancellationToken)
    {
        var record = await ReadMarcAsync(recordId, cancellationToken).ConfigureAwait(false);

        // A part of the record is missing; saved with a change, it would replace everything that the server has.
        return record.DataFields.Any() ? record : throw RecordResponses.Unexpected(MarcRoute, "is a record without data fields");
    }

    protected override MarcRecord Begin(int recordId, MarcRecord before) => before.Clone();

    protected override bool IsChange(int recordId, MarcRecord before, MarcRecord changed) => !changed.ContentEquals(before);

    protected override bool AreEqual(MarcRecord before, MarcRecord present) => present.ContentEquals(before);

    protected override Task<WorkflowRequest<TSaved>> ToSaveAsync(
        int recordId, MarcRecord present, MarcRecord changed, CancellationToken cancellationToken) =>
        ToRequestAsync(recordId, changed.StripToMarc(), cancellationToken);
}

internal static class MarcRecordRequests
{
    /// <summary>Removes what is not MARC, such as IDs: it belongs to the form in which the record was read.</summary>
    public static MarcRecord StripToMarc(this MarcRecord record)
    {
        record.AdditionalMembers = null;
        record.Id = 0;
        return record;
    }
}

/// <summary>The outcome of editing a bibliographic or an authority record.</summary>
/// <typeparam name="TSaved">The data that the save returns.</typeparam>
public sealed class MarcRecordEdit<TSaved> : RecordEdit<MarcRecord, MarcRecord, TSaved>
    where TSaved : class
{
    internal MarcRecordEdit(int recordId)
        : base(recordId)
    {
    }

    /// <summary>
    /// The difference between the record before the edit and the stored record; <see langword="null"/> if the record was not read after a
    /// save.
    /// </summary>
    public MarcDiff? Difference => Stored is null ? null : Before.DiffTo(Stored);

    /// <summary>
    /// The difference between what was sent and what the server stored, such as a new date in field 005; <see langword="null"/> if the
    /// record was not read after a save.
    /// </summary>
    public MarcDiff? StoredDifference => Stored is null ? null : Sent?.DiffTo(Stored);
}
