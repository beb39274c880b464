using System.Globalization;

namespace Polaris.Client.Folio;

/// <summary>The messages by which FOLIO distinguishes its errors: where it has no codes, its English messages are the contract.</summary>
internal static class FailureTexts
{
    private const string Taken = " value already exists in table ";
    private const string NotUnique = "name is not unique";
    private const string Duplicate = "duplicate key value violates unique constraint";
    private const string Exists = ") already exists";
    private const string OlderDuplicate = " value violates unique constraint: ";
    private const string KindExists = " exists";
    private const string ServicePointExists = "Service Point Exists";
    private const string InUse = "is still referenced from";
    private const string ServicePointInUse = "as it is in use";
    private const string FromTable = "from table ";
    private const string UnsafeSwitch = "DB_ALLOW_SUPPRESS_OPTIMISTIC_LOCKING";
    private const string MemberOf = "->>";

    private static readonly string[] OfProtection = ["can not be deleted", "couldn't be updated", "couldn't be deleted"];

    private static readonly string[] OfProtectedSources = ["Illegal operation: Source ", " cannot be updated"];

    private static readonly string[] OfQueries =
        ["CQL", "parameter 'query'", "wildcard not allowed", "Unterminated \\-character", "ServerChoiceIndexes"];

    private static readonly string[] OfGateways =
    [
        "No suitable module found", "no Route matched", "Route is not found", "No such Tenant", "Different tokens in",
        "Invalid authorization header", "token is not equal to", "is not equal to Authorization token",
        "GET requests should not have a body", "Tenant must be set", "x-okapi-tenant header must be provided",
    ];

    private static readonly string[] CodesOfGateways = ["route_not_found_error", "tenant_not_enabled"];

    public static bool IsTokenMissing(string text) => text.TrimStart().StartsWith("Token missing", StringComparison.OrdinalIgnoreCase);

    public static bool IsProtected(string text) =>
        Array.Exists(OfProtection, part => Has(text, part)) || Array.TrueForAll(OfProtectedSources, part => Has(text, part));

    public static bool IsOfQuery(string text) => Array.Exists(OfQueries, part => Has(text, part));

    public static bool IsOfGateway(ApiFailure failure) =>
        CodesOfGateways.Contains(failure.ErrorCode) || Array.Exists(OfGateways, part => Has(failure.ServerMessage ?? "", part));

    /// <summary>Whether the server does not allow batches that ignore versions. It uses the status of a request that is too large.</summary>
    public static bool IsUnsafeBatchRefused(string? text) => text is not null && Has(text, UnsafeSwitch);

    public static bool IsInUse(string text, out string? table)
    {
        var start = text.LastIndexOf(FromTable, StringComparison.Ordinal);
        table = start < 0 ? null : text.Substring(start + FromTable.Length).Trim().TrimEnd('.').Trim('"');
        return Has(text, InUse) || Has(text, ServicePointInUse);
    }

    /// <summary>Returns the number that follows a text; <c>null</c> if there is none.</summary>
    public static int? NumberAfter(string? text, string mark) =>
        text is not null && After(text, mark, 0) is { } rest
        && int.TryParse(new string([.. rest.TakeWhile(char.IsDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Reads the duplicate value from the messages of all known releases.</summary>
    public static bool TryReadTaken(ApiFailure failure, out string? member, out string? value)
    {
        foreach (var error in failure.Errors.DefaultIfEmpty(new ApiError { Message = failure.ServerMessage ?? "" }))
        {
            if (ReadTaken(error) is { } taken)
            {
                (member, value) = taken;
                return true;
            }
        }

        (member, value) = (null, null);
        return false;
    }

    private static (string? Member, string? Value)? ReadTaken(ApiError error)
    {
        var text = error.Message;
        var parameter = error.Parameters.Count > 0 ? error.Parameters[0] : default;
        if (IndexOf(text, Taken) is >= 0 and var at)
        {
            // v30: lower(f_unaccent(jsonb ->> 'name'::text)) value already exists in table t: the value
            return (MemberIn(text.Substring(0, at)), After(text, ": ", at) ?? parameter.Value);
        }

        if (Between(text, "Key (", Exists) is { } key && key.IndexOf(")=(", StringComparison.Ordinal) is >= 0 and var middle)
        {
            // v29, also inside of ErrorMessage(fields=[...]): Key (lower(f_unaccent(jsonb ->> 'name'::text)))=(the value) already exists.
            // Instances return only this part of it.
            return (MemberIn(key.Substring(0, middle)), key.Substring(middle + ")=(".Length));
        }

        if (Has(text, Duplicate))
        {
            return (null, null);
        }

        if (IndexOf(text, OlderDuplicate) is >= 0 and var older && Between(text, "duplicate ", OlderDuplicate) is { } name)
        {
            // Older: duplicate name value violates unique constraint: the value
            return (MemberIn(name), text.Substring(older + OlderDuplicate.Length));
        }

        if (Has(text, ServicePointExists) && parameter.Key == "name")
        {
            // The parameter is the name even if the code is taken.
            return (null, null);
        }

        if ((Between(text, "User with this ", " already exists") ?? Between(text, "This ", " has already been taken")) is { } property)
        {
            return (MemberIn(property), parameter.Value);
        }

        // Holdings types return the label of the property instead of its value; others return "Material Type exists" with name and value.
        return Has(text, NotUnique) ? ("name", null)
            : text.EndsWith(KindExists, StringComparison.OrdinalIgnoreCase) && parameter.Key is { Length: > 0 } ? (MemberIn(parameter.Key), parameter.Value)
            : null;
    }

    /// <summary>
    /// Returns the property of a database expression, such as <c>lower(f_unaccent(jsonb ->> 'name'::text))</c>, or of a plain column. For
    /// human-readable IDs, inventory replaces the expression by <c>HRID</c>.
    /// </summary>
    private static string? MemberIn(string expression)
    {
        var name = After(expression, MemberOf, 0)?.Split('\'').ElementAtOrDefault(1) ?? expression.Trim();
        return name == "HRID" ? "hrid" : name.Length > 0 && name.All(c => c is '_' or '.' || char.IsLetterOrDigit(c)) ? name : null;
    }

    private static string? Between(string text, string start, string end) =>
        After(text, start, 0) is { } rest && rest.LastIndexOf(end, StringComparison.Ordinal) is >= 0 and var length ? rest.Substring(0, length) : null;

    private static string? After(string text, string mark, int start)
    {
        var at = text.IndexOf(mark, start, StringComparison.Ordinal);
        return at < 0 ? null : text.Substring(at + mark.Length);
    }

    private static bool Has(string text, string part) => IndexOf(text, part) >= 0;

    private static int IndexOf(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
}
