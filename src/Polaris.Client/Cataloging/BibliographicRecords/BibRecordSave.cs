using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>A record to save with <see cref="BibRecordsClient.SaveManyAsync"/>. Derive from it to carry properties of your own.</summary>
/// <param name="request">The record to add or update. Properties of an update that are <see langword="null"/> keep their present values.</param>
/// <param name="handlers">The handlers that reply to the prompts of this save.</param>
public class BibRecordSave(AddOrUpdateBibRecord request, PromptHandlers handlers)
{
    /// <summary>The record to add or update.</summary>
    public AddOrUpdateBibRecord Request { get; } = request ?? throw new ArgumentNullException(nameof(request));

    /// <summary>The handlers that reply to the prompts of this save.</summary>
    public PromptHandlers Handlers { get; } = handlers ?? throw new ArgumentNullException(nameof(handlers));

    /// <summary>Called immediately before the record is sent, after an update is locked; for example to write a journal.</summary>
    /// <param name="workstationId">The workstation that sends the record.</param>
    /// <param name="cancellationToken">Canceled when the run stops; the record is not sent then.</param>
    /// <remarks>An exception means that the record is not sent. Called again if the server refused the record because of its load.</remarks>
    protected internal virtual Task OnSendingAsync(int workstationId, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What happened to one of many records.</summary>
/// <typeparam name="TSave">The type of the record to save.</typeparam>
public sealed class BibRecordSaveResult<TSave>
    where TSave : BibRecordSave
{
    internal BibRecordSaveResult(TSave save, BibRecordSaveOutcome outcome)
    {
        Save = save;
        Outcome = outcome;
    }

    /// <summary>The record.</summary>
    public TSave Save { get; }

    /// <summary>What happened to it.</summary>
    public BibRecordSaveOutcome Outcome { get; }

    /// <summary>
    /// The ID of the record, if it is known: an update has it, and the response to an added record may contain it.
    /// </summary>
    public int? BibRecordId => Save.Request.BibRecordId is > 0 and var id ? id : Result?.Answer?.BibRecordId;

    /// <summary>The result of the workflow; <see langword="null"/> if there is an <see cref="Error"/>.</summary>
    public WorkflowResult<BibRecordSaved>? Result { get; internal init; }

    /// <summary>Why the record was not saved, or why its outcome is unknown; <see langword="null"/> if there is a <see cref="Result"/>.</summary>
    public Exception? Error { get; internal init; }

    /// <summary>Why the lock of an update could not be released; <see langword="null"/> if it was, or if there was none.</summary>
    public Exception? ReleaseError { get; internal set; }

    /// <summary>Returns the outcome and the ID, without content.</summary>
    public override string ToString() => BibRecordId is { } id ? $"{Outcome}, bibliographic record {id}" : $"{Outcome}";
}

/// <summary>What happened to one of many records.</summary>
public enum BibRecordSaveOutcome
{
    /// <summary>The server reported that the record was saved.</summary>
    Saved = 1,

    /// <summary>A reply canceled the save; nothing was done.</summary>
    Canceled = 2,

    /// <summary>Another user has the record open; nothing was done.</summary>
    Locked = 3,

    /// <summary>The server refused the record; nothing was done.</summary>
    Refused = 4,

    /// <summary>The record was provably not sent.</summary>
    NotSent = 5,

    /// <summary>The server may have saved the record, in whole or in part: read it, or resume the conversation, before sending it again.</summary>
    Unknown = 6,
}

/// <summary>How many records are saved at a time, and how they are locked.</summary>
public sealed class SaveManyOptions
{
    /// <summary>The workstations, one for each worker: as many records are saved at a time.</summary>
    /// <value>Empty by default: one worker at the workstation of the client. Each may be listed once.</value>
    public IReadOnlyList<int> WorkstationIds { get; set => field = value ?? throw new ArgumentNullException(nameof(value)); } = [];

    /// <summary>How long an update waits for its lock.</summary>
    /// <value><see langword="null"/> (the default) to use the defaults of <see cref="AcquireOptions"/>.</value>
    public AcquireOptions? Lock { get; set; }
}

/// <summary>Decides what happened to a record.</summary>
internal static class BibRecordSaveOutcomes
{
    /// <summary>A success with a report of a failure, or one that cannot be read, is not known to be a success.</summary>
    public static BibRecordSaveOutcome Of(WorkflowResult<BibRecordSaved> result) => result.Outcome switch
    {
        WorkflowOutcome.Completed => BibRecordSaveOutcome.Saved,
        WorkflowOutcome.Canceled => BibRecordSaveOutcome.Canceled,
        _ => BibRecordSaveOutcome.Unknown,
    };

    /// <param name="exception">What ended the save.</param>
    /// <param name="isReady">Whether the request itself was about to be sent; otherwise the lock or a read before it failed.</param>
    /// <param name="conversation">The conversation, if the server responded to the request.</param>
    public static BibRecordSaveOutcome Of(Exception exception, bool isReady, WorkflowConversation<BibRecordSaved>? conversation) => exception switch
    {
        _ when conversation is { LastAnswer.WorkflowStatus: WorkflowStatus.CompletedCancelled } => BibRecordSaveOutcome.Canceled,
        _ when conversation is not null and ({ PendingPrompt: not null } or { LastAnswer.WorkflowStatus: WorkflowStatus.CompletedSuccessfully }) =>
            BibRecordSaveOutcome.Unknown,
        PolarisClientException { MayHaveBeenProcessed: true } when isReady => BibRecordSaveOutcome.Unknown,
        ObjectLockedException => BibRecordSaveOutcome.Locked,
        AuthenticationFailedException => BibRecordSaveOutcome.NotSent,
        InvalidResponseException when !isReady => BibRecordSaveOutcome.NotSent,
        WorkflowException or RequestFailedException { MayHaveBeenProcessed: false } => BibRecordSaveOutcome.Refused,
        OperationCanceledException when isReady => BibRecordSaveOutcome.Unknown,
        _ => BibRecordSaveOutcome.NotSent,
    };
}
