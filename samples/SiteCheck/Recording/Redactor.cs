using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SiteCheck;

/// <summary>
/// Removes what is secret or personal from what is written. Only what is known to be harmless is kept (types, statuses, versions, the form of
/// dates, documented words); IDs are replaced, each by the same number everywhere; every other string becomes <c>redacted</c>.
/// </summary>
/// <param name="secrets">Host, user, passwords and tokens, which must not occur anywhere.</param>
internal sealed partial class Redactor(IEnumerable<string?> secrets)
{
    public const string Redacted = "redacted";

    /// <summary>The organization and workstation of the fakes and contract tests.</summary>
    public const int OrganizationId = 3;

    public const int WorkstationId = 1242;

    /// <summary>The year of every date that is written.</summary>
    public const string Year = "2026";

    private const int FirstId = 2001;

    private static readonly string UnusedId = Probe.UnusedId.ToString(CultureInfo.InvariantCulture);

    private static readonly string[] CountingParameters = ["limit", "offset", "totalRecords", "total_records", "numberofrecords", "startrow"];

    private static readonly string[] KeptNumbers =
    [
        "TypeID", "StatusID", "Options", "Option", "Type", "Status", "PromptID", "Result", "Major", "Minor", "Build", "Revision", "ErrorCode",
        "totalRecords", "total_records", "position", "_version",
    ];

    private static readonly HashSet<string> KeptStrings = new(StringComparer.OrdinalIgnoreCase)
    {
        "Polaris.ApplicationServices", "Object is NOT currently locked. Success", "Display in PAC",
        "Exception of type 'Polaris.Common.Exceptions.PolarisObjectLockException' was thrown.",
        "Token is expired.", "Token is invalid.",
        "polaris", "folio", "local", "consortium", "system", "Not found", "Invalid token", "Unauthorized", "Access Denied", "no Route matched with those values",
        "UnauthorizedException", "ForbiddenException", "authorization_error", "unauthorized_error",
        "In", "Out", "Out-ILL", "Held", "Transferred", "In-Transit", "Lost", "Claim Returned", "Claim Never Had", "Missing", "Withdrawn", "Bindery",
        "On-Order", "In-Repair", "In-Process", "Unavailable", "Returned-ILL", "Routed", "Shelving", "Non-circulating", "Claim Missing Parts",
    };

    private readonly Dictionary<string, int> _ids = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly List<string> _secrets = [.. secrets.Where(secret => secret?.Length > 2).Select(secret => secret!)];

    /// <summary>Adds a token that was issued during the run.</summary>
    public void AddSecret(string? secret) => _secrets.AddRange(secret?.Length > 2 ? [secret] : Array.Empty<string>());

    /// <summary>A message without host, user, passwords and tokens.</summary>
    public string Scrub(string message) => _secrets.OrderByDescending(secret => secret.Length)
        .Aggregate(message, (text, secret) => text.Replace(secret, Redacted, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of a property: kept if it looks like one, because lists may be keyed by barcodes or people.</summary>
    public string Name(string name)
    {
        if (IsName().IsMatch(name) && Scrub(name) == name)
        {
            return name;
        }

        return _names.TryGetValue(name, out var known) ? known : _names[name] = $"{Redacted}{_names.Count + 1}";
    }

    /// <summary>A copy without what is secret or personal.</summary>
    public JsonNode? Json(JsonNode? node) => Value("", node);

    public JsonNode? Value(string name, JsonNode? node) => node switch
    {
        JsonObject json => Copy(name, json),
        JsonArray array => new JsonArray([.. array.Select(item => Value(name, item))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(name, value),
        JsonValue value when value.TryGetValue(out string? text) => Text(name, text),
        _ => node?.DeepClone(),
    };

    /// <summary>Replaces the organization and workstation of the run by those of the fakes and contract tests.</summary>
    public Redactor WithPlace(int? organizationId, int? workstationId)
    {
        _ids[Text(organizationId)] = OrganizationId;
        _ids.TryAdd(Text(workstationId), WorkstationId);
        return this;

        static string Text(int? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Numbers all GUIDs of the texts in their order, because a walk by ID depends on it.</summary>
    public void Number(IEnumerable<string> texts)
    {
        foreach (var guid in texts.SelectMany(text => Guid().Matches(text)).Select(match => match.Value.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal))
        {
            GuidOf(guid);
        }
    }

    /// <summary>A path without IDs and tenants.</summary>
    public string Path(string path)
    {
        var previous = "";
        return Scrub(string.Join('/', path.Split('/').Select(part =>
        {
            var isType = previous.StartsWith("objectlocks", StringComparison.OrdinalIgnoreCase);
            previous = part;
            return isType ? part : Ids(part);
        })));
    }

    /// <summary>The value of a parameter without IDs and tenants.</summary>
    public string Parameter(string name, string value) => Scrub(
        CountingParameters.Contains(name, StringComparer.OrdinalIgnoreCase) ? value
        : name == "query" ? Guid().Replace(value, match => GuidOf(match.Value))
        : Ids(value));

    /// <summary>A text of a gateway without the user in it.</summary>
    public string Message(string text) => Denied().Match(text) is { Success: true } denied
        ? (denied.Groups["user"].Success ? $"Access for user '{Redacted}' ({Redacted})" : "Token missing, access") + $" requires permission: {denied.Groups["permission"].Value}"
        : Text("", text).GetValue<string>();

    private string Ids(string text) => IdInPath().Replace(Guid().Replace(text, match => GuidOf(match.Value)), match => Id(match.Value));

    private JsonObject Copy(string list, JsonObject json)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in json)
        {
            copy[Name(name)] = IsMarcStructure(list, name, value) ? value!.DeepClone() : Value(name, value);
        }

        return copy;
    }

    private JsonValue Number(string name, JsonValue value) =>
        IsKept(name) && value.TryGetValue(out int number) && number is > -1_000_000 and < 1_000_000 ? JsonValue.Create(number)
        : IsId(name) || name.Length == 0 ? JsonValue.Create(int.Parse(Id(value.ToJsonString()), CultureInfo.InvariantCulture))
        : JsonValue.Create(0);

    private JsonValue Text(string name, string text) => JsonValue.Create(
        text.Length == 0 || KeptStrings.Contains(text) ? text
        : Guid().IsMatch(text) && text.Length == 36 ? GuidOf(text)
        : Version().IsMatch(text) && name.Equals("Version", StringComparison.OrdinalIgnoreCase) ? text
        : Digits().IsMatch(text) && IsKept(name) ? text
        : Digits().IsMatch(text) && IsId(name) ? Id(text)
        : name == "id" && Module().IsMatch(text) ? text
        : FormOfDate(text) ?? Redacted);

    /// <summary>A constant date in the form of a date: the digits of the fraction and the offset are kept; null if it is not a date.</summary>
    private static string? FormOfDate(string text)
    {
        if (text.StartsWith("0001-01-01T00:00:00", StringComparison.Ordinal) && IsoDate().IsMatch(text))
        {
            return text;
        }

        var iso = IsoDate().Match(text);

        // An offset fits a time zone only in the season that it was seen in.
        var month = iso.Groups["o"].Length > 0 ? iso.Groups["m"].Value : "01";
        return iso.Success
            ? $"{Year}-{month}-15{iso.Groups["t"].Value}12:00:00{new string([.. iso.Groups["f"].Value.Select(c => c == '.' ? c : '0')])}{iso.Groups["o"].Value}"
            : SlashDate().IsMatch(text) ? "01/15/2026"
            : MarcDate().IsMatch(text) ? "20260115120000.0"
            : null;
    }

    /// <summary>Tags, indicators and codes of MARC fields: without them a record cannot be read.</summary>
    private static bool IsMarcStructure(string list, string name, JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && (list, name) switch
        {
            ("controlfields" or "datafields", "tag") => MarcTag().IsMatch(text),
            ("datafields", "ind1" or "ind2") or ("subfields", "code") => text.Length == 1,
            _ => false,
        };

    private static bool IsKept(string name) => KeptNumbers.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsId(string name) =>
        name.EndsWith("ID", StringComparison.OrdinalIgnoreCase) || name.EndsWith("IDs", StringComparison.OrdinalIgnoreCase);

    private string Id(string digits) => digits.Trim('0', '.').Length == 0 ? "0"
        : digits == UnusedId ? digits
        : (_ids.TryGetValue(digits, out var known) ? known : _ids[digits] = _ids.Count + FirstId).ToString(CultureInfo.InvariantCulture);

    private string GuidOf(string guid) => guid.Trim('0', '-').Length == 0 || guid == Probe.UnusedGuid
        ? guid
        : $"00000000-0000-4000-8000-{(_ids.TryGetValue(guid.ToLowerInvariant(), out var known) ? known : _ids[guid.ToLowerInvariant()] = _ids.Count + FirstId):000000000000}";

    [GeneratedRegex(@"^[A-Za-z_$@](?:[A-Za-z_.$-]|\d(?!\d{3})){0,59}$")]
    private static partial Regex IsName();

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Guid();

    [GeneratedRegex(@"^\d+(\.\d+){1,3}$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^\d{1,6}$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^mod-[a-z-]+-\d+(\.\d+){0,2}(-[A-Za-z0-9.-]+)?$")]
    private static partial Regex Module();

    [GeneratedRegex(@"^(Token missing, access|Access for user '(?<user>[^']*)' \([^)]*\)) requires permission: (?<permission>[A-Za-z0-9._-]{1,120})\s*$")]
    private static partial Regex Denied();

    [GeneratedRegex(@"(?<=^|,)\d+(?=$|,)")]
    private static partial Regex IdInPath();

    [GeneratedRegex(@"^\d{4}-(?<m>0[1-9]|1[0-2])-\d\d(?<t>[T ])\d\d:\d\d:\d\d(?<f>(\.\d+)?)(?<o>(Z|[+-]\d\d:?\d\d)?)$")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^\d{1,2}/\d{1,2}/\d{4}$")]
    private static partial Regex SlashDate();

    [GeneratedRegex(@"^[0-9]{3}\z")]
    private static partial Regex MarcTag();

    [GeneratedRegex(@"^\d{14}\.\d$")]
    private static partial Regex MarcDate();
}
