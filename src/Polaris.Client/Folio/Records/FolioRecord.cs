using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>The properties that every record of FOLIO has.</summary>
/// <remarks>Read a record, change it and pass it to <c>UpdateAsync</c>: properties that this library does not know are kept.</remarks>
public abstract class FolioRecord
{
    /// <summary>The ID, a UUID of version 1 to 5.</summary>
    /// <value>Empty in a new record: <c>CreateAsync</c> then creates one.</value>
    public Guid Id { get; set; }

    /// <summary>The version of the record, where the server checks versions: instances, holdings and items.</summary>
    /// <value><c>null</c> in a new record, and in records of resources without versions.</value>
    /// <remarks>An update must send back the version that was read; otherwise it fails with <see cref="VersionConflictException"/>.</remarks>
    [JsonPropertyName("_version")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? Version { get; set; }

    /// <summary>Who created and changed the record, and when. Set by the server and never sent; some resources do not have it.</summary>
    public RecordMetadata? Metadata { get; set; }

    /// <summary>Properties that this library does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <summary>Returns the type and the ID.</summary>
    public override string ToString() => $"{GetType().Name} {Id}";
}

/// <summary>The properties that every record of reference data has.</summary>
public abstract class ReferenceRecord : FolioRecord
{
    /// <summary>The name, unique without regard to case and accents unless the resource states otherwise.</summary>
    /// <value><c>null</c> only if the server did not send one; a record without a name is refused before it is sent.</value>
    public string? Name { get; set; }
}

/// <summary>Who created and changed a record, and when, as the server stores it.</summary>
/// <remarks>Stored metadata may violate its schema: what cannot be read is in <see cref="AdditionalMembers"/>, as received.</remarks>
public sealed class RecordMetadata
{
    /// <summary>When the record was created.</summary>
    public DateTimeOffset? CreatedDate { get; set; }

    /// <summary>The ID of the user who created it.</summary>
    public Guid? CreatedByUserId { get; set; }

    /// <summary>The name of the user who created it.</summary>
    public string? CreatedByUsername { get; set; }

    /// <summary>When the record was last changed.</summary>
    public DateTimeOffset? UpdatedDate { get; set; }

    /// <summary>The ID of the user who last changed it.</summary>
    public Guid? UpdatedByUserId { get; set; }

    /// <summary>The name of the user who last changed it.</summary>
    public string? UpdatedByUsername { get; set; }

    /// <summary>Values that this library does not know or cannot read, such as an empty user ID, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The route of a record type.</summary>
/// <param name="path">The path, without leading or trailing slash.</param>
/// <param name="listMember">The property of a list response that contains the records. It cannot be derived from the path.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FolioResourceAttribute(string path, string listMember) : Attribute
{
    public string Path => path;

    public string ListMember => listMember;

    /// <summary>Whether the server puts a condition of its own before the query, which binds more tightly than an <c>or</c>.</summary>
    public bool PutsQueriesInParentheses { get; set; }

    /// <summary>Whether the server streams lists, so that it can fail after it sent status 200; others may use diagnostics for remarks.</summary>
    public bool StreamsLists { get; set; }

    /// <summary>The path for batches, without leading slash; null if the resource does not have one.</summary>
    public string? BatchPath { get; set; }

    /// <summary>The parameter of lists that includes the records which the server hides; <c>null</c> if it hides none.</summary>
    public string? ShowsHiddenWith { get; set; }

    /// <summary>Whether a DELETE of the collection deletes the records of a query. Other resources ignore the query and delete all records.</summary>
    public bool DeletesByQuery { get; set; }

    /// <summary>Whether no two records may have the same <c>code</c>.</summary>
    public bool HasUniqueCode { get; set; }

    /// <summary>Whether the records can only be listed.</summary>
    public bool IsListOnly { get; set; }

    public static FolioResourceAttribute Of(Type record) => record.GetCustomAttribute<FolioResourceAttribute>()
        ?? throw new InvalidOperationException($"{record.Name} does not have the attribute [FolioResource].");
}

/// <summary>Marks a property that the server computes or joins: it is read and never sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeptByServerAttribute : Attribute;
