namespace Polaris.Client.Testing;

/// <summary>What the server must know of one resource: its path, its table and its rules.</summary>
/// <remarks>The values of the built-in shapes follow the schemas of FOLIO's inventory storage module.</remarks>
public sealed class FakeFolioResourceShape
{
    /// <summary>The path below the gateway, without slashes at its ends, such as <c>holdings-sources</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The property of a list that holds the records; it cannot be derived from the path.</summary>
    public required string CollectionProperty { get; init; }

    /// <summary>The database table, which some error texts name.</summary>
    public required string Table { get; init; }

    /// <summary>The server's class of the record, which some error texts name.</summary>
    public string ClassName { get; init; } = "Record";

    /// <summary>Properties that a record must have. Default: <c>name</c>.</summary>
    public IReadOnlyList<string> RequiredFields { get; init; } = ["name"];

    /// <summary>
    /// Text properties that are unique regardless of case and accents; <c>code, typeId</c> for two that are unique together.
    /// Default: <c>name</c>.
    /// </summary>
    public IReadOnlyList<string> UniqueFields { get; init; } = ["name"];

    /// <summary>The text properties of the schema apart from <c>id</c>. Default: <c>name</c>, <c>source</c>.</summary>
    public IReadOnlyList<string> KnownFields { get; init; } = ["name", "source"];

    /// <summary>The properties of the schema that are not strings: lists, objects, numbers, booleans. Default: none.</summary>
    public IReadOnlyList<string> OtherFields { get; init; } = [];

    /// <summary>The properties that the server computes: removed from what is sent. Default: none.</summary>
    public IReadOnlyList<string> ReadOnlyFields { get; init; } = [];

    /// <summary>The prefix of the human-readable ID (<c>hrid</c>) that the server assigns; <c>null</c> if it assigns none.</summary>
    public string? HridPrefix { get; init; }

    /// <summary>Whether a property the schema does not know is refused with 422. Default: it is kept.</summary>
    public bool RefusesUnknownFields { get; init; }

    /// <summary>The values that <c>source</c> may have; null leaves it a free text.</summary>
    public IReadOnlyList<string>? SourceValues { get; init; }

    /// <summary>What <c>source</c> becomes when a record does not say; null leaves it out.</summary>
    public string? DefaultSource { get; init; }

    /// <summary>Whether the schema has a pattern for <c>id</c>; without it a bad id is found later, with another text.</summary>
    public bool HasIdPattern { get; init; }

    /// <summary>Whether PUT declares 422, so that a duplicate is JSON as on POST; otherwise it is a 400 text.</summary>
    public bool PutDeclares422 { get; init; }

    /// <summary>What release 29 says on POST when a value is taken, such as <c>Material Type exists</c>; <c>null</c> for the database's text.</summary>
    public string? V29DuplicateText { get; init; }

    /// <summary>Whether release 29 reports a taken value as release 30 does.</summary>
    public bool SaysDuplicateAsV30 { get; init; }

    /// <summary>Whether a source of <c>folio</c> can neither be given nor changed (subject types and sources).</summary>
    public bool GuardsFolioSource { get; init; }

    /// <summary>The text of a PUT of an ID that does not exist. Default: <c>Not found</c>.</summary>
    public string UpdateNotFoundText { get; init; } = "Not found";

    /// <summary>The parameters that a list of this resource has besides query, offset, limit and totalRecords.</summary>
    public IReadOnlyList<string> ListParameters { get; init; } = [];

    /// <summary>Whether the handler has its own words for a name that is taken, on POST and PUT alike (holdings types).</summary>
    public bool HasOwnDuplicateError { get; init; }

    /// <summary>Whether the server keeps creation and update dates. Default: true.</summary>
    public bool KeepsMetadata { get; init; } = true;

    /// <summary>Whether a record has a <c>_version</c> that an update must repeat.</summary>
    public bool HasOptimisticLocking { get; init; }

    /// <summary>The <c>source</c> whose records cannot be deleted, or null.</summary>
    public string? ProtectedSource { get; init; }

    /// <summary>The text that refuses the deletion of a protected record.</summary>
    public string ProtectedDeleteText { get; init; } = "";

    /// <summary>The text that refuses the update of a protected record; null lets updates pass.</summary>
    public string? ProtectedUpdateText { get; init; }

    /// <summary>The text of a DELETE of an id that does not exist; <c>{0}</c> is the id. Default: <c>Not found</c>.</summary>
    public string DeleteNotFoundText { get; init; } = "Not found";

    /// <summary>The records every tenant begins with: id, name and source.</summary>
    public IReadOnlyList<(string Id, string Name, string Source)> Seeds { get; init; } = [];

    internal string Permission(string operation) => $"inventory-storage.{Path}.{operation}";
}
