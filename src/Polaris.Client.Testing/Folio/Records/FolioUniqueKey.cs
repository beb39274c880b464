namespace Polaris.Client.Testing;

/// <summary>A unique index over the text of one member, or of several together, without regard to case and accents.</summary>
/// <param name="members">Their names, parted by a comma and a blank.</param>
internal sealed class FolioUniqueKey(string members)
{
    private readonly string[] _members = members.Split([", "], StringSplitOptions.None);

    public bool IsName => members == "name";

    public string FirstMember => _members[0];

    /// <summary>The database's expression, which the error texts name.</summary>
    public string Expression => string.Join(", ", _members.Select(member => $"lower(f_unaccent(jsonb ->> '{member}'::text))"));

    /// <summary>The values of a record; null when it lacks one, as the database then compares nothing.</summary>
    public string? ValueOf(Func<string, string?> text)
    {
        if (_members.Length == 1)
        {
            return text(members);
        }

        string?[] values = [.. _members.Select(text)];
        return values.Contains(null) ? null : string.Join(", ", values);
    }
}
