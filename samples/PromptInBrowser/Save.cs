using Polaris.Client.Workflows;

namespace PromptInBrowser;

/// <summary>One save: what it is about, how far it came, and what is needed to continue it in any process.</summary>
public sealed class Save
{
    /// <summary>Random, so that the address of its page cannot be guessed.</summary>
    public required string Id { get; init; }

    /// <summary>What is being saved, in words.</summary>
    public required string What { get; init; }

    /// <summary>The record being changed; null for a new one.</summary>
    public int? RecordId { get; init; }

    public SaveState State { get; set; }

    /// <summary>The number of prompts so far. An answer names the step that it belongs to, so that it counts only once.</summary>
    public int Step { get; set; }

    /// <summary>The conversation with Polaris and its open prompt. It stays here and never reaches a page.</summary>
    public WorkflowBookmark? Bookmark { get; set; }

    /// <summary>A digest of the record as it was when the save started; null for a new record.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Whether this save took a lock in Polaris that is not released yet.</summary>
    public bool HoldsLock { get; set; }

    public SaveOutcome Outcome { get; set; }

    /// <summary>What a person should know about the last step.</summary>
    public string? Notice { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public void End(SaveOutcome outcome, string? notice)
    {
        (State, Outcome, Notice) = (SaveState.Ended, outcome, notice);

        // The messages of a prompt may name people, so they are kept no longer than they are needed.
        Bookmark = null;
    }

    public void AskAgain(string notice) => (State, Notice) = (SaveState.Open, notice);
}

public enum SaveState
{
    /// <summary>A request of a person is locking and saving the record.</summary>
    Starting,

    /// <summary>A prompt waits for a person.</summary>
    Open,

    /// <summary>An answer is being sent.</summary>
    Answering,

    /// <summary>The connection broke while an answer was sent, so it is not known whether Polaris acted on it.</summary>
    InDoubt,

    Ended,
}

public enum SaveOutcome
{
    None,
    Saved,
    PartlySaved,
    Canceled,
    NotSaved,

    /// <summary>Polaris no longer has the conversation.</summary>
    Gone,

    /// <summary>Whether the record was saved is not known.</summary>
    Unknown,
}
