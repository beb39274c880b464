namespace Polaris.Client.Folio;

/// <summary>Checks field names: the one part of a query that CQL cannot quote.</summary>
internal static class CqlFieldName
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "prox", "sortby", "any", "all", "adj",
    };

    public static string Check(string name, string parameterName)
    {
        _ = name ?? throw new ArgumentNullException(parameterName);
        if (!name.Split('.').All(IsSegment) || char.IsDigit(name[0]))
        {
            throw new ArgumentException(
                "A field name has letters, digits, '_' and '-', with dots between the parts, such as metadata.updatedDate.",
                parameterName);
        }

        if (Reserved.Contains(name))
        {
            throw new ArgumentException($"'{name}' is a word of CQL itself and cannot be a field name.", parameterName);
        }

        // cql.allRecords as a field would turn a condition into "everything".
        return name.StartsWith("cql.", StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentException($"'{name}' is no field of a record. Cql.All matches every record.", parameterName)
            : name;
    }

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment[0] != '-' && segment.All(c => c is '_' or '-' || IsAsciiLetterOrDigit(c));

    private static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
