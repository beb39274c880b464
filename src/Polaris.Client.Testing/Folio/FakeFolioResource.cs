using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The records of one resource of one tenant. Thread-safe; it returns copies.</summary>
public sealed class FakeFolioResource
{
    private readonly FakeFolio _fake;

    internal FakeFolioResource(FakeFolio fake, FakeFolioResourceShape shape)
    {
        _fake = fake;
        Shape = shape;
        Hrids = shape.HridPrefix is { } prefix ? new FolioHridNumbers(prefix) : null;
        Keys = [.. shape.UniqueFields.Select(members => new FolioUniqueKey(members))];
        Rows = new FolioRowStore(Keys);
        Sorts = new FolioSorts(Rows);
        foreach ((string id, string name, string source) in shape.Seeds)
        {
            Save(id, new JsonObject { ["name"] = name, ["source"] = source }, user: null, replaced: null);
        }

        if (shape.IsListOnly)
        {
            AddMissing(FolioReferenceData.Of(shape.Path));
        }
    }

    /// <summary>The path and rules.</summary>
    public FakeFolioResourceShape Shape { get; }

    /// <summary>The number of records.</summary>
    public int Count
    {
        get
        {
            lock (_fake.Gate)
            {
                return Rows.Count;
            }
        }
    }

    internal IReadOnlyList<FolioUniqueKey> Keys { get; }

    internal FolioRowStore Rows { get; }

    internal FolioSorts Sorts { get; }

    /// <summary>The human-readable IDs; null if the server assigns none.</summary>
    internal FolioHridNumbers? Hrids { get; }

    internal bool ChecksReferences => _fake.Options.ChecksReferences;

    internal FolioRelease Release => _fake.Options.Release;

    internal int? MaxPageSize => _fake.Options.MaxPageSize;

    internal DateTimeOffset Now => _fake.Options.TimeProvider.GetUtcNow();

    /// <summary>Adds a record without applying the rules of the server.</summary>
    /// <param name="name">The name.</param>
    /// <param name="source">The source, or <c>null</c> for none.</param>
    /// <param name="id">The ID; <c>null</c> to create one.</param>
    /// <returns>The ID.</returns>
    public Guid Add(string name, string? source = "local", Guid? id = null)
    {
        var record = new JsonObject { ["name"] = name };
        if (source is not null)
        {
            record["source"] = source;
        }

        return Add(record, id);
    }

    /// <summary>Adds a record, or replaces the one with the same ID, without applying the rules of the server.</summary>
    /// <param name="record">The properties; <c>metadata</c> is added.</param>
    /// <param name="id">The ID; <c>null</c> to use the <c>id</c> of the record, or to create one.</param>
    /// <returns>The ID.</returns>
    public Guid Add(JsonObject record, Guid? id = null)
    {
        _ = record ?? throw new ArgumentNullException(nameof(record));
        Guid key = id ?? (Guid.TryParse(FolioFieldReader.Text(record["id"]), out Guid own) ? own : Guid.NewGuid());
        lock (_fake.Gate)
        {
            Save(key.ToString("D", CultureInfo.InvariantCulture), record, user: null, replaced: null);
        }

        return key;
    }

    /// <summary>Adds records whose IDs and unique values are free.</summary>
    internal void AddMissing(IEnumerable<JsonObject> records)
    {
        foreach (JsonObject record in records)
        {
            string id = FolioFieldReader.Text(record["id"])!;
            bool isFree = Rows.Find(id) is null && !Enumerable.Range(0, Keys.Count).Any(key =>
                Keys[key].ValueOf(member => FolioFieldReader.Text(record[member])) is { } value && Rows.HasDuplicate(key, FolioText.Fold(value), id));
            if (isFree)
            {
                Save(id, record, user: null, replaced: null);
            }
        }
    }

    /// <summary>Returns a copy of a record as a GET would return it, or <c>null</c>.</summary>
    /// <param name="id">The ID of the record.</param>
    public JsonObject? Find(Guid id)
    {
        lock (_fake.Gate)
        {
            return Rows.Find(id.ToString("D", CultureInfo.InvariantCulture))?.Json.DeepClone().AsObject();
        }
    }

    /// <summary>Removes all records.</summary>
    public void Clear()
    {
        lock (_fake.Gate)
        {
            Rows.Clear();
        }
    }

    /// <summary>
    /// Adds records that take no memory: they are created when a request reads them, and lists can start at any ID
    /// without reading the others. A second call replaces the records of the first.
    /// </summary>
    /// <param name="count">The number of records, such as 1,000,000.</param>
    /// <param name="name">Returns the name of the record at a position; must be deterministic.</param>
    public void Generate(int count, Func<int, string> name)
    {
        _ = name ?? throw new ArgumentNullException(nameof(name));
        if (count < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "The number of records cannot be negative.");
        }

        lock (_fake.Gate)
        {
            Rows.Generate(new FolioGeneratedRows(count, name, _fake.Now()));
        }
    }

    /// <summary>Saves a record as the server does: <c>id</c> first, then the other properties, then those that the server maintains.</summary>
    internal JsonObject Save(string id, JsonObject record, FakeFolioUser? user, JsonObject? replaced)
    {
        var json = new JsonObject { ["id"] = id };
        foreach (KeyValuePair<string, JsonNode?> property in record.Where(property => property.Key is not ("id" or "metadata")))
        {
            json[property.Key] = property.Value?.DeepClone();
        }

        if (Shape.DefaultSource is { } source)
        {
            json["source"] ??= source;
        }

        if (Hrids is { } hrids)
        {
            json["hrid"] ??= replaced?["hrid"]?.DeepClone() ?? hrids.Next();
        }

        if (Shape.HasOptimisticLocking)
        {
            // A test that adds a record may choose its version; a request may not.
            json["_version"] = user is null && replaced is null && json["_version"] is { } given
                ? given.DeepClone()
                : (replaced?["_version"]?.GetValue<int>() ?? 0) + 1;
        }

        if (Shape.KeepsMetadata)
        {
            json["metadata"] = Metadata(user, replaced?["metadata"]);
        }

        Rows.Put(new FolioStoredRow(id, json));
        return json;
    }

    private JsonObject Metadata(FakeFolioUser? user, JsonNode? replaced)
    {
        string now = _fake.Now();
        string? userId = user?.Id.ToString("D", CultureInfo.InvariantCulture);
        JsonNode? createdBy = replaced is null ? userId : replaced["createdByUserId"]?.DeepClone();
        var metadata = new JsonObject { ["createdDate"] = replaced?["createdDate"]?.DeepClone() ?? now };
        if (createdBy is not null)
        {
            metadata["createdByUserId"] = createdBy;
        }

        metadata["updatedDate"] = now;
        if (userId is not null)
        {
            metadata["updatedByUserId"] = userId;
        }

        return metadata;
    }
}
