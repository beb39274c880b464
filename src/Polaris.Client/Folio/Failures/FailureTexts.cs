namespace Polaris.Client.Folio;

/// <summary>The words by which FOLIO tells its refusals apart: where it has no codes, its English texts are the contract.</summary>
internal static class FailureTexts
{
    private const string Taken = " value already exists in table ";
    private const string NotUnique = "name is not unique";
    private const string InUse = "is still referenced from";
    private const string FromTable = "from table ";
    private const string MemberOf = "->>";

    private static readonly string[] OfProtection = ["can not be deleted", "couldn't be updated", "couldn't be deleted"];

    private static readonly string[] OfQueries =
        ["CQL", "parameter 'query'", "wildcard not allowed", "Unterminated \\-character", "ServerChoiceIndexes"];

    private static readonly string[] OfGateways =
    [
        "No suitable module found", "no Route matched", "Route is not found", "No such Tenant", "Different tokens in",
        "Invalid authorization header", "token is not equal to", "is not equal to Authorization token",
        "GET requests should not have a body",
    ];

    private static readonly string[] CodesOfGateways = ["route_not_found_error", "tenant_not_enabled"];

    public static bool IsTokenMissing(string text) => text.TrimStart().StartsWith("Token missing", StringComparison.OrdinalIgnoreCase);

    public static bool IsProtected(string text) => Array.Exists(OfProtection, part => Has(text, part));

    public static bool IsOfQuery(string text) => Array.Exists(OfQueries, part => Has(text, part));

    public static bool IsOfGateway(ApiFailure failure) =>
        CodesOfGateways.Contains(failure.ErrorCode) || Array.Exists(OfGateways, part => Has(failure.ServerMessage ?? "", part));

    public static bool IsInUse(string text, out string? table)
    {
        var start = text.LastIndexOf(FromTable, StringComparison.Ordinal);
        table = start < 0 ? null : text.Substring(start + FromTable.Length).Trim().TrimEnd('.');
        return Has(text, InUse);
    }

    /// <summary>Reads <c>lower(f_unaccent(jsonb ->> 'name'::text)) value already exists in table t: the value</c> and its kin.</summary>
    public static bool TryReadTaken(ApiFailure failure, out string? member, out string? value)
    {
        foreach (var error in failure.Errors.DefaultIfEmpty(new ApiError { Message = failure.ServerMessage ?? "" }))
        {
            var at = error.Message.IndexOf(Taken, StringComparison.Ordinal);
            if (at >= 0 || Has(error.Message, NotUnique))
            {
                member = at >= 0 ? MemberIn(error.Message.Substring(0, at)) : "name";
                value = (at >= 0 ? After(error.Message, ": ", at) : null)
                    ?? error.Parameters.Select(parameter => parameter.Value).FirstOrDefault();
                return true;
            }
        }

        member = null;
        value = null;
        return false;
    }

    /// <summary>
    /// The member of a database expression, such as <c>lower(f_unaccent(jsonb ->> 'name'::text))</c>, or of a plain column.
    /// </summary>
    private static string? MemberIn(string expression)
    {
        var name = After(expression, MemberOf, 0)?.Split('\'').ElementAtOrDefault(1) ?? expression.Trim();
        return name.Length > 0 && name.All(c => c is '_' or '.' || char.IsLetterOrDigit(c)) ? name : null;
    }

    private static string? After(string text, string mark, int start)
    {
        var at = text.IndexOf(mark, start, StringComparison.Ordinal);
        return at < 0 ? null : text.Substring(at + mark.Length);
    }

    private static bool Has(string text, string part) => IndexOf(text, part) >= 0;

    private static int IndexOf(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
}
