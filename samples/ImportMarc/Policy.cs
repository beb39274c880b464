using System.Text.Json;
using System.Text.Json.Serialization;
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
internal sealed class Policy
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
            throw new FormatException($"{path} is not a policy: {exception.Message}", exception);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, PolicyJson.Default.Policy);

    /// <summary>Returns the values of a subfield such as <c>020a</c>.</summary>
    public static IEnumerable<string> Values(MarcRecord record, string subfield) => record.FieldsWithTag(subfield[..3])
        .SelectMany(field => field.SubfieldsWithCode(subfield[3])).Select(found => found.Data.Trim()).Where(data => data.Length > 0);

    /// <summary>Whether the server would recognize a second copy of the record as a duplicate.</summary>
    public bool IsDetected(MarcRecord record) => DetectedBy.Any(subfield => Values(record, subfield).Any());

    private string? Problem() =>
        DetectedBy.Append(UpdateFrom).OfType<string>().FirstOrDefault(subfield => subfield.Length != 4) is { } wrong
            ? $"\"{wrong}\" is not a tag with a subfield code, such as 020a."
        : StripFields.FirstOrDefault(tag => tag.Length != 3) is { } tag ? $"\"{tag}\" is not a tag, such as 999 or 9XX."
        : OwnerId < 1 ? "ownerId must be 1 or more."
        : null;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Policy))]
internal sealed partial class PolicyJson : JsonSerializerContext;
