using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>A collection of MARC records, as the workflows of Polaris take them (<c>MARC21Collection</c>).</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The name of the vendor, and of MARCXML.")]
public sealed class MarcCollection
{
    /// <summary>Initializes a new instance of an empty collection.</summary>
    public MarcCollection()
    {
    }

    /// <summary>Initializes a new instance with records.</summary>
    /// <param name="records">The records; the documented workflows take one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public MarcCollection(params MarcRecord[] records) =>
        Records = [.. records ?? throw new ArgumentNullException(nameof(records))];

    /// <summary>The records, in order; never null.</summary>
    [JsonPropertyName("records")]
    public IList<MarcRecord> Records { get; set => field = value ?? []; } = [];

    /// <summary>Members of the JSON that this type does not know, kept as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Reads records from MARC-in-JSON, the older form of marc4j, or the JSON of Polaris.</summary>
    /// <param name="json">An object with <c>records</c>, an array of records, or one record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="MarcFormatException">The string is not JSON, or does not contain MARC records.</exception>
    public static MarcCollection FromJson(string json) =>
        new([.. MarcJsonForms.Read(json ?? throw new ArgumentNullException(nameof(json)))]);

    /// <summary>Writes the collection in the JSON of Polaris.</summary>
    /// <returns>A JSON object with <c>records</c>.</returns>
    public string ToJson() => MarcJsonWriter.ToText(writer => MarcJsonWriter.WriteCollection(writer, Records, AdditionalMembers));

    /// <summary>Returns the number of records, not their data.</summary>
    public override string ToString() => $"{nameof(MarcCollection)} ({Records.Count} records)";
}
