namespace Polaris.Client.Folio;

/// <summary>
/// The outcome of saving many records. It adds up: <see cref="Read"/> is the sum of <see cref="Saved"/>, <see cref="Bad"/>,
/// <see cref="Unknown"/> and <see cref="NotSent"/>.
/// </summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed class BatchReport<TRecord>
    where TRecord : FolioRecord
{
    /// <summary>The number of records that were read from the input.</summary>
    public long Read { get; init; }

    /// <summary>The number of records that are saved, including <see cref="SavedEarlier"/>.</summary>
    public long Saved { get; init; }

    /// <summary>The number of records that an earlier run had saved according to the journal, and that were not sent again.</summary>
    public long SavedEarlier { get; init; }

    /// <summary>The records that were refused, in the order of the input, each with its error.</summary>
    public IReadOnlyList<UnsavedRecord<TRecord>> Bad { get; init; } = [];

    /// <summary>
    /// The records that may have been saved: the response was lost, and reading them again did not settle it. Do not send them with
    /// new IDs before you have looked for them.
    /// </summary>
    public IReadOnlyList<UnsavedRecord<TRecord>> Unknown { get; init; } = [];

    /// <summary>The records that were read from the input but not sent, because the run ended before.</summary>
    public IReadOnlyList<UnsavedRecord<TRecord>> NotSent { get; init; } = [];

    /// <summary>Whether every record that was read is saved.</summary>
    public bool AreAllSaved => Read == Saved;

    /// <summary>Returns the numbers.</summary>
    public override string ToString() =>
        $"{Read} read: {Saved} saved, {Bad.Count} bad, {Unknown.Count} unknown, {NotSent.Count} not sent";
}

/// <summary>A record that was not saved, or perhaps not.</summary>
/// <typeparam name="TRecord">The type of the record.</typeparam>
/// <param name="position">The position in the input, from 0.</param>
/// <param name="record">The record, with the ID that it was given.</param>
/// <param name="error">The reason; <c>null</c> if the run was canceled before the record was sent.</param>
public sealed class UnsavedRecord<TRecord>(long position, TRecord record, Exception? error)
    where TRecord : FolioRecord
{
    /// <summary>The position in the input, from 0.</summary>
    public long Position { get; } = position;

    /// <summary>The record, with the ID that it was given.</summary>
    public TRecord Record { get; } = record;

    /// <summary>The reason; <c>null</c> if the run was canceled before the record was sent.</summary>
    /// <remarks>
    /// Usually a <see cref="RequestFailedException"/> such as <see cref="ValidationFailedException"/> or
    /// <see cref="AlreadyExistsException"/>; an <see cref="ArgumentException"/> if the record was refused before it was sent.
    /// </remarks>
    public Exception? Error { get; } = error;

    /// <summary>Returns the position and the ID.</summary>
    public override string ToString() => $"Record {Position}: {Record}";
}

/// <summary>The exception that is thrown when many records were to be saved and the run could not continue. See the inner exception for the reason.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
/// <remarks>The records that the report counts as saved are saved. With a journal, the run can be resumed.</remarks>
public sealed class BatchInterruptedException<TRecord> : PolarisClientException
    where TRecord : FolioRecord
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="report">What was done until then.</param>
    /// <param name="innerException">The cause.</param>
    public BatchInterruptedException(string message, BatchReport<TRecord> report, Exception? innerException = null)
        : base(message, innerException) =>
        Report = report ?? throw new ArgumentNullException(nameof(report));

    /// <summary>What was done until then.</summary>
    public BatchReport<TRecord> Report { get; }

    /// <summary>Whether records were or may have been saved.</summary>
    public override bool MayHaveBeenProcessed => Report.Saved > Report.SavedEarlier || Report.Unknown.Count > 0;
}

/// <summary>The exception that is thrown when the caller canceled the saving of many records.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed class BatchCanceledException<TRecord> : OperationCanceledException
    where TRecord : FolioRecord
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What was canceled.</param>
    /// <param name="report">What was done until then.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public BatchCanceledException(string message, BatchReport<TRecord> report, CancellationToken cancellationToken)
        : base(message, cancellationToken) =>
        Report = report ?? throw new ArgumentNullException(nameof(report));

    /// <summary>What was done until then.</summary>
    public BatchReport<TRecord> Report { get; }
}
