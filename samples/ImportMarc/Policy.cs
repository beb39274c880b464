using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Polaris.Client.Marc;

namespace ImportMarc;

/// <summary>What to do if the record looks like others (prompt 87).</summary>
public enum DuplicateRule
{
    /// <summary>Cancels the save.</summary>
    Skip,

    /// <summary>Replaces the one that has the same control number (001 with 003, or 035); without exactly one, cancels the save.</summary>
    ReplaceSame,

    /// <summary>Saves the record beside the others.</summary>
    SaveBeside,

    /// <summary>Cancels the save and stops the import.</summary>
    Stop,
}

/// <summary>What to do if a record to replace is protected (prompt 148).</summary>
public enum ProtectedRule
{
    Skip,
    SaveBeside,
}

/// <summary>What to do about any other prompt.</summary>
public enum OtherRule
{
    Cancel,
    Stop,
}

/// <summary>What to do with an added record whose outcome is not known.</summary>
public enum DoubtRule
{
    Keep,
    SendAgain,
}

/// <summary>What to do with a record that is damaged in the file.</summary>
public enum DamageRule
{
    Reject,
    Import,
}

/// <summary>The decisions of the import, read from a file, and the changes of every record.</summary>
internal sealed partial class Policy
{
    public DuplicateRule Duplicates { get; set; }

    public ProtectedRule Protected { get; set; }

    public OtherRule OtherPrompts { get; set; }

    public DoubtRule InDoubt { get; set; }

    /// <summary>The fields by which the server recognizes duplicates, such as <c>020a</c>.</summary>
    public IReadOnlyList<string> DetectedBy { get; set; } = ["010a", "020a"];

    public DamageRule Damaged { get; set; }

    /// <summary>The subfield with the ID of the record to update, such as <c>901a</c>; null to add every record.</summary>
    public string? UpdateFrom { get; set; }

    /// <summary>Tags or patterns of fields that are not saved, such as <c>9XX</c>.</summary>
    public IReadOnlyList<string> StripFields { get; set; } = [];

    public int? OwnerId { get; set; }

    public bool? DisplayInPac { get; set; }

    public int? RecordStatusId { get; set; }

    /// <summary>What no other property is for, such as a misspelled key; a policy that has any is refused.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Unknown { get; set; } = [];

    /// <exception cref="FormatException">The file is not a policy; the message shows why.</exception>
    public static Policy Load(string path)
    {
        try
        {
            var policy = JsonSerializer.Deserialize(File.ReadAllText(path), PolicyJson.Default.Policy)
                ?? throw new FormatException($"{path} is not a policy: it is empty.");
            return policy.Problem() is { } problem ? throw new FormatException($"{path}: {problem}") : policy;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{path} is not a policy: {exception.Path}, line {exception.LineNumber + 1}: {exception.Message}", exception);
        }
    }

    /// <summary>Returns the values of a subfield such as <c>020a</c>.</summary>
    public static IEnumerable<string> Values(MarcRecord record, string subfield) => record.FieldsWithTag(subfield[..3])
        .SelectMany(field => field.SubfieldsWithCode(subfield[3])).Select(found => found.Data.Trim()).Where(data => data.Length > 0);

    /// <summary>Whether the server would recognize a second copy of the record as a duplicate.</summary>
    public bool IsDetected(MarcRecord record) => DetectedBy.Any(subfield => Values(record, subfield).Any());

    private string? Problem() =>
        Unknown.Keys.FirstOrDefault() is { } key ? $"\"{key}\" is not a setting of a policy."
        : Problem("detectedBy", DetectedBy, Subfield(), "a tag with a subfield code, such as 020a")
            ?? Problem("updateFrom", UpdateFrom is null ? [] : [UpdateFrom], Subfield(), "a tag with a subfield code, such as 901a")
            ?? Problem("stripFields", StripFields, Tag(), "a tag, such as 999 or 9XX")
            ?? (OwnerId < 1 || RecordStatusId < 1 ? "ownerId and recordStatusId must be 1 or more." : null);

    private static string? Problem(string name, IEnumerable<string?> values, Regex form, string expected) => values
        .Where(value => value is null || !form.IsMatch(value)).Select(value => $"{name}: \"{value}\" is not {expected}.").FirstOrDefault();

    [GeneratedRegex(@"^\d{3}[0-9a-z]$")]
    private static partial Regex Subfield();

    [GeneratedRegex("^[0-9A-Za-z]{3}$")]
    private static partial Regex Tag();
}

/// <summary>Reads a rule by its name only: a number would be a guess.</summary>
internal sealed class RuleConverter<TRule> : JsonConverter<TRule>
    where TRule : struct, Enum
{
    private static readonly Dictionary<string, TRule> Rules =
        Enum.GetValues<TRule>().ToDictionary(rule => JsonNamingPolicy.CamelCase.ConvertName($"{rule}"));

    public override TRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Rules.TryGetValue(reader.GetString()!, out var rule)
            ? rule
            : throw new JsonException($"Expected one of {string.Join(", ", Rules.Keys)}.");

    public override void Write(Utf8JsonWriter writer, TRule value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName($"{value}"));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(RuleConverter<DuplicateRule>), typeof(RuleConverter<ProtectedRule>), typeof(RuleConverter<OtherRule>), typeof(RuleConverter<DoubtRule>),
        typeof(RuleConverter<DamageRule>),
    ],
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(Policy))]
internal sealed partial class PolicyJson : JsonSerializerContext;
