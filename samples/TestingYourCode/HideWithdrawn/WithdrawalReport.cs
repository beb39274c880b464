namespace TestingYourCode.HideWithdrawn;

/// <summary>What became of the records.</summary>
public sealed class WithdrawalReport
{
    /// <summary>Those that are hidden now.</summary>
    public List<int> Hidden { get; } = [];

    /// <summary>Those that are still to be done, and why.</summary>
    public Dictionary<int, string> Open { get; } = [];

    /// <summary>The report in words.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine, Open.Select(entry => $"{entry.Key}: {entry.Value}").Prepend($"{Hidden.Count} hidden, {Open.Count} open"));
}
