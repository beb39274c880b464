using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The records of one resource of one tenant. Thread-safe; what it hands out are copies.</summary>
public sealed class FakeFolioResource
{
    private readonly FakeFolio _fake;
    private int _hrid;

    internal FakeFolioResource(FakeFolio fake, FakeFolioResourceShape shape)
    {
        _fake = fake;
        Shape = shape;
        Keys = [.. shape.UniqueFields.Select(members => new FolioUniqueKey(members))];
        Rows = new FolioRowStore(Keys);
        Sorts = new FolioSorts(Rows);
        foreach ((string id, string name, string source) in shape.Seeds)
        {
            Save(id, new JsonObject { ["name"] = name, ["source"] = source }, user: null, replaced: null);
        }
    }

    /// <summary>The path and rules.</summary>
    public FakeFolioResourceShape Shape { get; }

    /// <summary>How many records there are.</summary>
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

    internal FolioRelease Release => _fake.Options.Release;

    internal int? MaxPageSize => _fake.Options.MaxPageSize;

    /// <summary>Adds a record without asking the rules of the server.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">Its source, or null for none.</param>
    /// <param name="id">Its id; null makes one.</param>
    /// <returns>The id.</returns>
    public Guid Add(string name, string? source = "local", Guid? id = null)
    {
        var record = new JsonObject { ["name"] = name };
        if (source is not null)
        {
            record["source"] = source;
        }

        return Add(record, id);
    }

    /// <summary>Adds a record, or replaces the one with the same id, without asking the rules of the server.</summary>
    /// <param name="record">Its properties; <c>metadata</c> is added.</param>
    /// <param name="id">Its ID; <c>null</c> takes the <c>id</c> of the record, or creates one.</param>
    /// <returns>The id.</returns>
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

    /// <summary>A copy of a record as a GET would show it, or null.</summary>
    /// <param name="id">The record.</param>
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
    /// Adds records that take no memory: they are made when a request looks at them, and lists are read from any id on
    /// without passing the others. Called again, the records of the first call are gone.
    /// </summary>
    /// <param name="count">How many, such as 1,000,000.</param>
    /// <param name="name">The name of the record at a position; must always give the same.</param>
    public void Generate(int count, Func<int, string> name)
    {
        _ = name ?? throw new ArgumentNullException(nameof(name));
        if (count < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "A number of records cannot be negative.");
        }

        lock (_fake.Gate)
        {
            Rows.Generate(new FolioGeneratedRows(count, name, _fake.Now()));
        }
    }

    /// <summary>Saves a record as the server does: <c>id</c> first, then the rest, then what the server itself keeps.</summary>
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

        if (Shape.HridPrefix is { } prefix)
        {
            json["hrid"] = replaced?["hrid"]?.DeepClone() ?? json["hrid"]?.DeepClone() ?? $"{prefix}{++_hrid:00000000000}";
        }

        if (Shape.HasOptimisticLocking)
        {
            json["_version"] = (replaced?["_version"]?.GetValue<int>() ?? 0) + 1;
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
