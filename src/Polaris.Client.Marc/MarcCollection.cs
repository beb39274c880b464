using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>Some MARC records; the workflows take them in this wrapping, which the vendor calls
/// <c>MARC21Collection</c>.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The word of the vendor, and of MARCXML.")]
public sealed class MarcCollection
{
    /// <summary>Makes an empty collection, to be filled.</summary>
    public MarcCollection()
    {
    }

    /// <summary>Makes a collection.</summary>
    /// <param name="records">The records; the documented workflows take one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public MarcCollection(params MarcRecord[] records) =>
        Records = [.. records ?? throw new ArgumentNullException(nameof(records))];

    /// <summary>The records in their order; never null.</summary>
    [JsonPropertyName("records")]
    public IList<MarcRecord> Records { get; set => field = value ?? []; } = [];

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Reads records, each in the JSON of Polaris or in MARC-in-JSON.</summary>
    /// <param name="json">An object with <c>records</c>, an array of records, or one record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="MarcFormatException">The text is no JSON, or holds something that is no MARC record; the
    /// message says
    /// where.</exception>
    public static MarcCollection FromJson(string json) =>
        MarcText.Read(json ?? throw new ArgumentNullException(nameof(json)));

    /// <summary>Writes the collection in the JSON of Polaris.</summary>
    /// <returns>A JSON object with <c>records</c>.</returns>
    public string ToJson() =>
        MarcText.Write(writer => JsonSerializer.Serialize(writer, this, MarcJson.Default.MarcCollection));

    /// <summary>Shows how many records there are, not what they say.</summary>
    public override string ToString() => $"{nameof(MarcCollection)} ({Records.Count} records)";
}
