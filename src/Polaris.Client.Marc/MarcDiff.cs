namespace Polaris.Client.Marc;

/// <summary>The differences between two records.</summary>
/// <param name="LeaderBefore">The leader of the first record, or <c>null</c> if only lengths differ.</param>
/// <param name="LeaderAfter">The leader of the second record, or <c>null</c> if only lengths differ.</param>
/// <param name="Removed">The fields that only the first record has, in its order.</param>
/// <param name="Added">The fields that only the second record has, in its order.</param>
/// <param name="Lines">Both records merged, in order: what is kept, removed and added.</param>
public sealed record MarcDiff(
    string? LeaderBefore,
    string? LeaderAfter,
    IReadOnlyList<MarcField> Removed,
    IReadOnlyList<MarcField> Added,
    IReadOnlyList<MarcDiffLine> Lines)
{
    /// <summary>Whether the records are equal.</summary>
    public bool IsEmpty => LeaderBefore is null && Removed.Count == 0 && Added.Count == 0;

    /// <summary>Writes the differences as text: <c>- </c> before what is removed, <c>+ </c> before what is added.</summary>
    /// <param name="withUnchanged">Whether fields that both have are written too.</param>
    public string ToText(bool withUnchanged = false)
    {
        List<string> lines = [];
        if (LeaderBefore is not null)
        {
            lines.Add($"- LDR    {LeaderBefore}");
            lines.Add($"+ LDR    {LeaderAfter}");
        }

        lines.AddRange(Lines.Where(line => withUnchanged || line.Change != ' ').Select(line => $"{line.Change} {line.Field.ToText()}"));
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>Returns the number of differences, not the data.</summary>
    public override string ToString() => $"{nameof(MarcDiff)} ({Removed.Count} removed, {Added.Count} added)";

    internal static MarcDiff Between(MarcRecord before, MarcRecord after)
    {
        bool sameLeader = MarcLeader.WithoutLengths(before.Leader) == MarcLeader.WithoutLengths(after.Leader);
        List<MarcDiffLine> lines = Merge(before.FieldList, after.FieldList);
        return new(
            sameLeader ? null : before.Leader,
            sameLeader ? null : after.Leader,
            [.. lines.Where(line => line.Change == '-').Select(line => line.Field)],
            [.. lines.Where(line => line.Change == '+').Select(line => line.Field)],
            lines);
    }

    // Records are small, and most of their fields are equal: only the part between the first and the last difference is compared.
    private static List<MarcDiffLine> Merge(List<MarcField> before, List<MarcField> after)
    {
        int start = 0, end = 0;
        while (start < before.Count && start < after.Count && before[start].ContentEquals(after[start]))
        {
            start++;
        }

        while (end < before.Count - start && end < after.Count - start && before[before.Count - 1 - end].ContentEquals(after[after.Count - 1 - end]))
        {
            end++;
        }

        List<MarcField> left = before.GetRange(start, before.Count - start - end), right = after.GetRange(start, after.Count - start - end);
        List<MarcDiffLine> lines = [.. before.Take(start).Select(field => new MarcDiffLine(' ', field))];
        int a = 0, b = 0;
        foreach ((int common, int other) in FieldMatcher.Match(left, right).Append((left.Count, right.Count)))
        {
            lines.AddRange(left.GetRange(a, common - a).Select(field => new MarcDiffLine('-', field)));
            lines.AddRange(right.GetRange(b, other - b).Select(field => new MarcDiffLine('+', field)));
            if (common < left.Count)
            {
                lines.Add(new(' ', left[common]));
            }

            (a, b) = (common + 1, other + 1);
        }

        lines.AddRange(before.Skip(before.Count - end).Select(field => new MarcDiffLine(' ', field)));
        return lines;
    }
}

/// <summary>A line of a comparison.</summary>
/// <param name="Change"><c>-</c> for removed, <c>+</c> for added, a blank for a field that both records have.</param>
/// <param name="Field">The field.</param>
public sealed record MarcDiffLine(char Change, MarcField Field);
