using System.Collections.ObjectModel;

namespace Polaris.Client.Folio;

/// <summary>What would have to change in a vocabulary so that it contains the wanted records. Nothing has been changed yet.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
/// <remarks>Plain data: show it, remove steps from it, and pass it to <see cref="VocabularyClient{TRecord}.SyncAsync"/>.</remarks>
public sealed class VocabularyPlan<TRecord>
    where TRecord : ReferenceRecord
{
    internal VocabularyPlan(string tenant, IEnumerable<VocabularyStep<TRecord>> steps, IEnumerable<TRecord> onlyInTarget)
    {
        Tenant = tenant;
        Steps = new Collection<VocabularyStep<TRecord>>([.. steps]);
        OnlyInTarget = [.. onlyInTarget];
    }

    /// <summary>The tenant that was compared, and that would be changed.</summary>
    public string Tenant { get; }

    /// <summary>One step for each wanted record, in their order. Remove a step to leave its record as it is.</summary>
    public Collection<VocabularyStep<TRecord>> Steps { get; }

    /// <summary>The records of the tenant that are not wanted. They are listed for information and never deleted.</summary>
    public IReadOnlyList<TRecord> OnlyInTarget { get; }

    /// <summary>Whether there is nothing to create or change.</summary>
    public bool IsEmpty => Steps.All(step => step.Kind is VocabularyStepKind.Same or VocabularyStepKind.Conflict);

    /// <summary>Returns the tenant and the number of steps of each kind.</summary>
    public override string ToString() => $"{Tenant}: "
        + string.Join(", ", Steps.GroupBy(step => step.Kind).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}"));
}

/// <summary>What a plan does with one wanted record.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed class VocabularyStep<TRecord>
    where TRecord : ReferenceRecord
{
    internal VocabularyStep(
        VocabularyStepKind kind, TRecord wanted, TRecord? existing = null, IReadOnlyList<string>? differences = null, string? reason = null)
    {
        Kind = kind;
        Wanted = wanted;
        Existing = existing;
        Differences = differences ?? [];
        Reason = reason;
    }

    /// <summary>What the plan does.</summary>
    public VocabularyStepKind Kind { get; }

    /// <summary>The record as it is wanted.</summary>
    public TRecord Wanted { get; }

    /// <summary>The record of the tenant to which it corresponds, or with which it conflicts; <c>null</c> if there is none.</summary>
    public TRecord? Existing { get; }

    /// <summary>The ID with which a wanted record that does not have one is created.</summary>
    internal Guid NewId { get; } = Guid.NewGuid();

    /// <summary>The JSON names of the properties that differ, for example <c>source</c>.</summary>
    public IReadOnlyList<string> Differences { get; }

    /// <summary>Why it is a conflict; <c>null</c> for other steps.</summary>
    public string? Reason { get; }

    /// <summary>Returns the kind, the name, and what differs or conflicts.</summary>
    public override string ToString() =>
        $"{Kind} {Wanted.Name ?? Wanted.Id.ToString()}" + (Reason is not null ? $": {Reason}" : Differences.Count > 0 ? $": {string.Join(", ", Differences)}" : "");
}

/// <summary>What a plan does with a record.</summary>
public enum VocabularyStepKind
{
    /// <summary>The tenant has the record with the same values; nothing is done.</summary>
    Same,

    /// <summary>The record is created, with its ID, so that references to it stay valid.</summary>
    Create,

    /// <summary>The values that differ are changed; the ID and all other values of the tenant's record stay.</summary>
    Change,

    /// <summary>The record cannot be created or changed without harm; nothing is done. See <see cref="VocabularyStep{TRecord}.Reason"/>.</summary>
    Conflict,
}

/// <summary>The outcome of one step of a plan.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed class VocabularyStepOutcome<TRecord>
    where TRecord : ReferenceRecord
{
    internal VocabularyStepOutcome(VocabularyStep<TRecord> step, VocabularyOutcome outcome, TRecord? record = null, PolarisClientException? failure = null)
    {
        Step = step;
        Outcome = outcome;
        Record = record;
        Failure = failure;
    }

    /// <summary>The step.</summary>
    public VocabularyStep<TRecord> Step { get; }

    /// <summary>What happened.</summary>
    public VocabularyOutcome Outcome { get; }

    /// <summary>The record as it was created or changed; <c>null</c> if it was not.</summary>
    public TRecord? Record { get; }

    /// <summary>Why the step failed; <c>null</c> if it did not.</summary>
    public PolarisClientException? Failure { get; }
}

/// <summary>What happened to a step.</summary>
public enum VocabularyOutcome
{
    /// <summary>The step is <see cref="VocabularyStepKind.Same"/> or <see cref="VocabularyStepKind.Conflict"/>; nothing was done.</summary>
    Skipped,

    /// <summary>The record was created or changed.</summary>
    Applied,

    /// <summary>The record of the tenant is no longer as it was when the plan was made; nothing was done. Compare again.</summary>
    Outdated,

    /// <summary>The server refused it, or its outcome is unknown; see <see cref="VocabularyStepOutcome{TRecord}.Failure"/>.</summary>
    Failed,

    /// <summary>
    /// An earlier step failed in a way that would affect all others, such as a missing permission, or the call was canceled before this step.
    /// </summary>
    NotAttempted,

    /// <summary>The call was canceled during this step, which may have been applied. Compare again.</summary>
    Unknown,
}

/// <summary>The exception that is thrown when the caller canceled bringing a vocabulary up to date.</summary>
/// <typeparam name="TRecord">The type of the records.</typeparam>
public sealed class VocabularySyncCanceledException<TRecord> : OperationCanceledException
    where TRecord : ReferenceRecord
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What was canceled.</param>
    /// <param name="outcomes">The outcome of each step.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public VocabularySyncCanceledException(
        string message, IReadOnlyList<VocabularyStepOutcome<TRecord>> outcomes, CancellationToken cancellationToken)
        : base(message, cancellationToken) =>
        Outcomes = outcomes ?? throw new ArgumentNullException(nameof(outcomes));

    /// <summary>The outcome of each step, in their order.</summary>
    public IReadOnlyList<VocabularyStepOutcome<TRecord>> Outcomes { get; }
}
