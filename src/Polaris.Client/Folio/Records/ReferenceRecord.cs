using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>What every record of reference data has.</summary>
/// <remarks>Read a record, change it, give it back to <c>UpdateAsync</c>: members that this library has no name for survive.</remarks>
public abstract class ReferenceRecord
{
    /// <summary>The id, a UUID of version 1 to 5.</summary>
    /// <value>Empty in a new record: <c>CreateAsync</c> then makes one.</value>
    public Guid Id { get; set; }

    /// <summary>The name, unique without regard to case and accents where the resource does not say otherwise.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who created and changed the record, and when. Set by the server, never sent; some resources keep none.</summary>
    public RecordMetadata? Metadata { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Tells the type and the id.</summary>
    public override string ToString() => $"{GetType().Name} {Id}";
}
