namespace Polaris.Client.Marc;

/// <summary>The positions of the leader.</summary>
internal static class MarcLeader
{
    public const int Length = 24;
    public const int Encoding = 9;
    public const int IndicatorCount = 10;
    public const int BaseAddress = 12;
    public const int EntryMap = 20;

    /// <summary>The leader of a record whose text is Unicode.</summary>
    public static string OfUnicode(string leader) => leader.Substring(0, Encoding) + "a" + leader.Substring(Encoding + 1);

    /// <summary>The leader without the positions that a writer computes: record length and base address.</summary>
    public static string WithoutLengths(string leader) => leader.Length == Length
        ? "00000" + leader.Substring(5, BaseAddress - 5) + "00000" + leader.Substring(17)
        : leader;
}
