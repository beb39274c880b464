using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace ImportMarc;

/// <summary>What the parts of an import share.</summary>
internal sealed record ImportContext(PolarisClient Polaris, Policy Policy, Journal Journal, TimeProvider Time)
{
    private string? _stopped;

    /// <summary>Why the import takes no more records; null if it continues.</summary>
    public string? Stopped => Volatile.Read(ref _stopped);

    /// <summary>Lets the records in progress complete, and takes no more.</summary>
    public void Stop(string reason) => Interlocked.CompareExchange(ref _stopped, reason, null);
}

/// <summary>A record on its way: writes the journal before it is sent, and replies to prompts as the policy asks.</summary>
internal sealed class ImportSave : BibRecordSave
{
    private readonly ImportContext _context;

    private ImportSave(ImportContext context, ImportRecord record, Decisions decisions)
        : base(RequestOf(context.Policy, record), decisions.Handlers)
    {
        _context = context;
        Record = record;
        Decisions = decisions;
    }

    public ImportRecord Record { get; }

    public Decisions Decisions { get; }

    /// <summary>Completed when the outcome is in the journal.</summary>
    public TaskCompletionSource Settled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="context">What the parts of an import share.</param>
    /// <param name="record">The record.</param>
    /// <param name="sentBefore">When an earlier attempt may have saved it, so that it is first looked for among the duplicates; null for never.</param>
    public static ImportSave Of(ImportContext context, ImportRecord record, DateTimeOffset? sentBefore = null) =>
        new(context, record, new Decisions(context, record, sentBefore));

    protected override async Task OnSendingAsync(int workstationId, CancellationToken cancellationToken)
    {
        // What an update replaces is the only witness that can show later that it was not executed.
        var before = Record.BibId is { } id
            ? ImportRecord.DigestOf(await _context.Polaris.BibRecords.GetMarcAsync(id, cancellationToken))
            : null;
        _context.Journal.MarkSending(Record, workstationId, before, _context.Time.GetUtcNow());
    }

    private static AddOrUpdateBibRecord RequestOf(Policy policy, ImportRecord record) => new()
    {
        BibRecordId = record.BibId,
        IsNewRecord = record.BibId is null,
        DisplayInPac = policy.DisplayInPac,
        RecordOwnerId = policy.OwnerId,
        RecordStatusId = policy.RecordStatusId,
        Marc = record.Marc,
    };
}

/// <summary>Replies to the prompts of one record, as the policy asks, and remembers why.</summary>
internal sealed class Decisions(ImportContext context, ImportRecord record, DateTimeOffset? sentBefore)
{
    /// <summary>Time zones differ by up to 26 hours, and clocks by a little more.</summary>
    private static readonly TimeSpan Certainty = TimeSpan.FromDays(2);

    /// <summary>The last decision, for the report; empty if there was no prompt.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether an earlier attempt may have saved the record.</summary>
    public bool MayBeSaved => sentBefore is not null;

    /// <summary>Whether the outcome is already in the journal, whatever the reply leads to.</summary>
    public bool IsSettled { get; private set; }

    public PromptHandlers Handlers => new PromptHandlers()
        .On<DuplicateBibRecordsPrompt>(ReplyAsync)
        .On<ReplacementErrorsPrompt>(Reply)
        .On<DisplayInPacPrompt>(prompt => Noted(prompt, context.Policy.DisplayInPac == false ? prompt.Continue() : prompt.Cancel()))
        .Otherwise(Reply);

    private async Task<PromptReply?> ReplyAsync(DuplicateBibRecordsPrompt prompt, CancellationToken cancellationToken)
    {
        Reason = $"Looks like {string.Join(", ", prompt.Duplicates.Select(found => string.IsNullOrEmpty(found.Reason) ? $"{found.RecordId}" : $"{found.RecordId} ({found.Reason})"))}.";
        var same = sentBefore is null && context.Policy.Duplicates != DuplicateRule.ReplaceSame ? [] : await FindSameAsync(prompt, cancellationToken);
        if (sentBefore is { } first && await FindSavedAsync(same, first, cancellationToken))
        {
            return Noted(prompt, prompt.Cancel());
        }

        switch (context.Policy.Duplicates)
        {
            case DuplicateRule.SaveBeside:
                Reason += " Saved beside.";
                return Noted(prompt, prompt.Continue());
            case DuplicateRule.ReplaceSame when same is [(var id, _)]:
                Reason += $" {id} has the same control number and was replaced.";
                return Noted(prompt, prompt.Replace([id], recordToMaintainId: id));
            case DuplicateRule.ReplaceSame when same.Count > 1:
                Reason += " Several have the same control number.";
                break;
            case DuplicateRule.Stop:
                context.Stop($"Record {record.Number} looks like others, and the policy asks to stop.");
                break;
        }

        return Noted(prompt, prompt.Cancel());
    }

    /// <summary>Whether the duplicates settle the record, or leave it in doubt; otherwise it was certainly not saved before.</summary>
    private async Task<bool> FindSavedAsync(List<(int Id, MarcRecord Marc)> same, DateTimeOffset first, CancellationToken cancellationToken)
    {
        List<int> copies = [], others = [];
        foreach (var (id, stored) in same)
        {
            var isCopy = record.IsContainedIn(stored) && !await IsOlderAsync(id, first, cancellationToken);
            (isCopy ? copies : others).Add(id);
        }

        // A file may hold a record twice: then the copies of the others are not this one.
        var twins = context.Journal.CountSavedTwins(record);
        if (copies.Count > twins)
        {
            Settle(RecordState.Saved, copies[^1], "Found with the same control number and the same fields: an earlier attempt had saved it.");
            return true;
        }

        // With the rule Skip the record is not saved in any case, so that a second copy cannot arise. Beside others it may be saved if they are all known.
        if (context.Policy.Duplicates == DuplicateRule.Skip || (others.Count == 0 && (copies.Count == 0 || context.Policy.Duplicates == DuplicateRule.SaveBeside)))
        {
            return false;
        }

        Settle(RecordState.InDoubt, null, $"{string.Join(", ", copies.Concat(others))} has the same control number. Compare it with the record.");
        return true;
    }

    /// <summary>Whether a record certainly existed before this one was first sent; not every server returns the date.</summary>
    private async Task<bool> IsOlderAsync(int id, DateTimeOffset first, CancellationToken cancellationToken) =>
        await context.Polaris.BibRecords.FindAsync(id, cancellationToken) is { CreationDate: { } created } && created < first - Certainty;

    /// <summary>Reads the duplicates, and returns those with the same control number.</summary>
    private async Task<List<(int Id, MarcRecord Marc)>> FindSameAsync(DuplicateBibRecordsPrompt prompt, CancellationToken cancellationToken)
    {
        List<(int Id, MarcRecord Marc)> same = [];
        foreach (var candidate in prompt.Duplicates)
        {
            var stored = await context.Polaris.BibRecords.GetMarcAsync(candidate.RecordId, cancellationToken);
            if (ImportRecord.KeysOf(stored).Overlaps(record.Keys))
            {
                same.Add((candidate.RecordId, stored));
            }
        }

        return same;
    }

    private PromptReply? Reply(ReplacementErrorsPrompt prompt)
    {
        Reason += $" Protected: {string.Join(", ", prompt.Errors.Select(error => error.RecordId))}.";
        return Noted(prompt, context.Policy.Protected == ProtectedRule.SaveBeside ? prompt.Continue() : prompt.Cancel());
    }

    private PromptReply? Reply(Prompt prompt)
    {
        Reason = $"Prompt {(int)prompt.Id}: {prompt.Title}. {prompt.Message}".TrimEnd();
        if (context.Policy.OtherPrompts == OtherRule.Stop)
        {
            context.Stop($"Record {record.Number} raised prompt {(int)prompt.Id}, and the policy asks to stop.");
        }

        // A prompt without Cancel, such as 143, has no handler then: the exception names it.
        return prompt.CanReply(WorkflowPromptResult.Cancel) ? Noted(prompt, prompt.Cancel()) : null;
    }

    /// <summary>The conversation is in the journal before the reply is sent, so that a later run can resume it.</summary>
    private PromptReply Noted(Prompt prompt, PromptReply reply)
    {
        context.Journal.MarkConversation(record, prompt.RequestGuid);
        return reply;
    }

    private void Settle(RecordState state, int? bibId, string reason)
    {
        context.Journal.Settle(record, state, bibId, reason);
        Reason = reason;
        IsSettled = true;
    }
}
