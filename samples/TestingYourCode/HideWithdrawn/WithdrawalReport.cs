namespace TestingYourCode.HideWithdrawn;

/// <summary>The outcome for each record.</summary>
public sealed class WithdrawalReport
{
    /// <summary>The records that are now hidden.</summary>
    public List<int> Hidden { get; } = [];

    /// <summary>The records that could not be hidden, and why.</summary>
    public Dictionary<int, string> Open { get; } = [];

    /// <summary>Returns the report as text.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine, Open.Select(entry => $"{entry.Key}: {entry.Value}").Prepend($"{Hidden.Count} hidden, {Open.Count} open"));
}
