using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Describes one resource to the server: its path, its table and its rules.</summary>
/// <remarks>The values of the built-in shapes follow the schemas of FOLIO's inventory storage module.</remarks>
public sealed class FakeFolioResourceShape
{
    /// <summary>The path below the gateway, without leading or trailing slash, such as <c>holdings-sources</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The property of a list that holds the records; it cannot be derived from the path.</summary>
    public required string CollectionProperty { get; init; }

    /// <summary>The database table, which some error messages contain.</summary>
    public required string Table { get; init; }

    /// <summary>The server's class of the record, which some error messages contain.</summary>
    public string ClassName { get; init; } = "Record";

    /// <summary>Properties that a record must have. Default: <c>name</c>.</summary>
    public IReadOnlyList<string> RequiredFields { get; init; } = ["name"];

    /// <summary>
    /// String properties that are unique regardless of case and accents; <c>code, typeId</c> for two that are unique together.
    /// Default: <c>name</c>.
    /// </summary>
    public IReadOnlyList<string> UniqueFields { get; init; } = ["name"];

    /// <summary>The string properties of the schema apart from <c>id</c>. Default: <c>name</c>, <c>source</c>.</summary>
    public IReadOnlyList<string> KnownFields { get; init; } = ["name", "source"];

    /// <summary>The properties of the schema that are not strings: lists, objects, numbers, booleans. Default: none.</summary>
    public IReadOnlyList<string> OtherFields { get; init; } = [];

    /// <summary>The properties that the server computes: ignored in requests. Default: none.</summary>
    public IReadOnlyList<string> ReadOnlyFields { get; init; } = [];

    /// <summary>The prefix of the human-readable ID (<c>hrid</c>) that the server assigns; <c>null</c> if it assigns none.</summary>
    public string? HridPrefix { get; init; }

    /// <summary>Whether a property that is not in the schema is refused with 422. Default: it is kept.</summary>
    public bool RefusesUnknownFields { get; init; }

    /// <summary>The values that <c>source</c> may have; <c>null</c> to allow any string.</summary>
    public IReadOnlyList<string>? SourceValues { get; init; }

    /// <summary>The default of <c>source</c>; <c>null</c> to omit it.</summary>
    public string? DefaultSource { get; init; }

    /// <summary>Whether the schema has a pattern for <c>id</c>; without it, an invalid ID is reported later, with a different message.</summary>
    public bool HasIdPattern { get; init; }

    /// <summary>Whether PUT declares 422, so that a duplicate is JSON as on POST; otherwise it is a 400 in plain text.</summary>
    public bool PutDeclares422 { get; init; }

    /// <summary>
    /// The message of release 29 for a duplicate on POST, such as <c>Material Type exists</c>; <c>null</c> for the database
    /// message.
    /// </summary>
    public string? V29DuplicateText { get; init; }

    /// <summary>Whether release 29 reports a duplicate as release 30 does.</summary>
    public bool SaysDuplicateAsV30 { get; init; }

    /// <summary>Whether a source of <c>folio</c> can neither be set nor changed (subject types and sources).</summary>
    public bool GuardsFolioSource { get; init; }

    /// <summary>The message for a PUT of an unknown ID. Default: <c>Not found</c>.</summary>
    public string UpdateNotFoundText { get; init; } = "Not found";

    /// <summary>The query parameters of lists besides query, offset, limit and totalRecords.</summary>
    public IReadOnlyList<string> ListParameters { get; init; } = [];

    /// <summary>Whether the handler has its own message for a duplicate name, on POST and PUT alike (holdings types).</summary>
    public bool HasOwnDuplicateError { get; init; }

    /// <summary>Whether the server records creation and update dates. Default: true.</summary>
    public bool KeepsMetadata { get; init; } = true;

    /// <summary>Whether a record has a <c>_version</c> that an update must repeat.</summary>
    public bool HasOptimisticLocking { get; init; }

    /// <summary>The <c>source</c> whose records cannot be deleted, or <c>null</c>.</summary>
    public string? ProtectedSource { get; init; }

    /// <summary>The message when the deletion of a protected record is refused.</summary>
    public string ProtectedDeleteText { get; init; } = "";

    /// <summary>The message when the update of a protected record is refused; <c>null</c> to allow updates.</summary>
    public string? ProtectedUpdateText { get; init; }

    /// <summary>The message for a DELETE of an unknown ID; <c>{0}</c> is the ID. Default: <c>Not found</c>.</summary>
    public string DeleteNotFoundText { get; init; } = "Not found";

    /// <summary>The records that every tenant starts with: ID, name and source.</summary>
    public IReadOnlyList<(string Id, string Name, string Source)> Seeds { get; init; } = [];

    /// <summary>The path for batches, such as <c>item-storage/batch/synchronous</c>; <c>null</c> if the resource does not have one.</summary>
    /// <remarks>A resource with batches also has POST <c>{Path}/retrieve</c>.</remarks>
    public string? BatchPath { get; init; }

    /// <summary>Whether release 29 does not have POST <c>{Path}/retrieve</c> (items).</summary>
    internal bool RetrievesSinceV30 { get; init; }

    /// <summary>The end of the name of the permission for batches.</summary>
    internal string BatchOperation { get; init; } = "batch.post";

    /// <summary>The beginning of the names of its permissions. Default: <c>inventory-storage.</c> and the last segment of the path.</summary>
    public string PermissionPrefix { get; init; } = "";

    /// <summary>
    /// Properties that contain the ID of a record of another resource: the property, nested by dots, and the path of the resource. Checked
    /// if <see cref="FakeFolioOptions.ChecksReferences"/> is set. Default: none.
    /// </summary>
    public IReadOnlyList<(string Field, string Resource)> References { get; init; } = [];

    /// <summary>
    /// The boolean property that hides a record from lists, unless the first of <see cref="ListParameters"/> is <c>true</c>; <c>null</c> for none.
    /// </summary>
    public string? HidingField { get; init; }

    /// <summary>Whether a DELETE of the collection deletes the records that the parameter <c>query</c> matches. Default: it is not routed.</summary>
    public bool DeletesByQuery { get; init; }

    /// <summary>Whether records can only be listed, and renamed with PATCH (instance date types).</summary>
    internal bool IsListOnly { get; init; }

    /// <summary>The condition that the module puts before every query, without parentheses around it.</summary>
    internal string? QueryPrefix { get; init; }

    /// <summary>The rules of the module beyond the schema: the response to a record that breaks one.</summary>
    internal Func<JsonObject, FakeResponse?> CheckRules { get; init; } = _ => null;

    /// <summary>The response to a PUT whose record has another ID than the path; <c>null</c> where the path wins.</summary>
    internal Func<string?, FakeResponse?> CheckOtherId { get; init; } = _ => null;

    /// <summary>Whether a PUT of an unknown ID creates the record, if possible, and always reports a success (holdings).</summary>
    internal bool CreatesMissingOnUpdate { get; init; }

    /// <summary>Sets the dates that the module and the triggers of its database maintain.</summary>
    internal Action<FolioWrite> SetDates { get; init; } = _ => { };

    /// <summary>Whether a PUT must repeat the ID in the record.</summary>
    internal bool NeedsIdInBody { get; init; }

    /// <summary>
    /// The response of modules that report duplicates in their own words: property, record, and whether the request is a POST. Batches do not
    /// use it.
    /// </summary>
    internal Func<string, JsonObject, bool, FakeResponse?> DuplicateAnswer { get; init; } = (_, _, _) => null;

    /// <summary>The response of modules that report missing referenced records in their own words, given the ID.</summary>
    internal Func<string, FakeResponse?> MissingReferenceAnswer { get; init; } = _ => null;

    internal string Permission(string operation) => PermissionPrefix.Length > 0
        ? $"{PermissionPrefix}.{operation}"
        : $"inventory-storage.{Path.Substring(Path.LastIndexOf('/') + 1)}.{operation}";
}
