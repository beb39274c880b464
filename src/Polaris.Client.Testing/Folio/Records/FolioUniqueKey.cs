namespace Polaris.Client.Testing;

/// <summary>A unique index on one string property, or on several together, ignoring case and accents.</summary>
/// <param name="members">The names, separated by a comma and a blank.</param>
internal sealed class FolioUniqueKey(string members)
{
    private readonly string[] _members = members.Split([", "], StringSplitOptions.None);

    public bool IsName => members == "name";

    public string FirstMember => _members[0];

    /// <summary>The database's expression, which the error messages contain.</summary>
    public string Expression => string.Join(", ", _members.Select(member => $"lower(f_unaccent(jsonb ->> '{member}'::text))"));

    /// <summary>The values of a record; null if one is missing, because the database then does not compare.</summary>
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
