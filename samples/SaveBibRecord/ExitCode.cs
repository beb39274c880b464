namespace SaveBibRecord;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Saved = 0;
    public const int Failed = 1;
    public const int Cancelled = 2;
}
