using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Responds to POST, and to GET, PUT and DELETE of one record, for one request of one user.</summary>
internal sealed class FolioRecords(FakeFolioTenant tenant, FakeFolioResource resource, FakeFolioUser user)
{
    private readonly FakeFolioResourceShape _shape = resource.Shape;

    public FakeResponse Get(string id)
    {
        if (!FolioUuid.IsValid(id))
        {
            return FolioAnswers.Text(404, FolioUuid.InvalidText);
        }

        return Find(id) is { } row ? FolioAnswers.Json(200, row.WriteTo) : FolioAnswers.NotFound;
    }

    public FakeResponse Create(string body)
    {
        JsonObject? record = new FolioRecordReader(_shape).Read(body, out FakeResponse? refusal);
        if (record is null)
        {
            return refusal!;
        }

        string id = IdOf(record);
        return _shape.CheckRules(record) ?? CheckNewId(record, id, FolioWriteKind.Post) ?? GuardSource(record, row: null) ?? CheckReferences(record, isPost: true)
            ?? FindDuplicate(WithHrid(record), id, FolioWriteKind.Post)
            ?? FolioAnswers.Json(201, Save(id, record, replaced: null, FolioWriteKind.Post)).With("Location", id);
    }

    /// <summary>The ID of a record to be created; a new one if it has none.</summary>
    public static string IdOf(JsonObject record) => FolioText.Lower(FolioFieldReader.Text(record["id"]) ?? Guid.NewGuid().ToString());

    /// <summary>Saves one record of a batch; returns the refusal, or null. The human-readable ID may change, and a missing one is assigned anew.</summary>
    public FakeResponse? Put(JsonObject record, string id, bool isUpsert, bool ignoresVersions)
    {
        FolioRow? row = isUpsert ? Find(id) : null;
        FakeResponse? refusal = _shape.CheckRules(record)
            ?? (row is null ? CheckNewId(record, id, FolioWriteKind.Batch) : ignoresVersions ? null : CheckVersion(record, row))
            ?? GuardSource(record, row) ?? CheckReferences(record, isPost: true)
            ?? FindDuplicate(WithHrid(record), id, FolioWriteKind.Batch);
        if (refusal is null)
        {
            Save(id, record, row?.Json, FolioWriteKind.Batch);
        }

        return refusal;
    }

    public FakeResponse Update(string id, string body)
    {
        JsonObject? record = new FolioRecordReader(_shape).Read(body, out FakeResponse? refusal);
        if (record is null)
        {
            return refusal!;
        }

        if (!FolioUuid.IsValid(id))
        {
            return FolioAnswers.Text(400, FolioUuid.InvalidText);
        }

        if (Find(id) is not { } row)
        {
            return _shape.CreatesMissingOnUpdate ? CreateBlindly(body) : FolioAnswers.Text(404, _shape.UpdateNotFoundText);
        }

        refusal = CheckOtherId(record, id) ?? _shape.CheckRules(record) ?? RefuseProtectedUpdate(row) ?? GuardSource(record, row)
            ?? CheckVersion(record, row) ?? CheckHrid(record, row) ?? CheckReferences(record, isPost: false)
            ?? FindDuplicate(record, row.Id, FolioWriteKind.Put);
        if (refusal is null)
        {
            Save(row.Id, record, row.Json, FolioWriteKind.Put);
        }

        return refusal ?? FakeResponse.Empty(204);
    }

    /// <summary>The module reports a success, whatever the outcome.</summary>
    private FakeResponse CreateBlindly(string body)
    {
        Create(body);
        return FakeResponse.Empty(204);
    }

    public FakeResponse Delete(string id)
    {
        if (!FolioUuid.IsValid(id))
        {
            return FolioAnswers.Text(
                400,
                _shape.ProtectedSource is null ? FolioUuid.InvalidText : "Failed to fetch entity: Invalid UUID string: " + id);
        }

        if (Find(id) is not { } row)
        {
            return FolioAnswers.Text(404, string.Format(CultureInfo.InvariantCulture, _shape.DeleteNotFoundText, id));
        }

        if (IsProtected(row))
        {
            return FolioAnswers.Text(400, _shape.ProtectedDeleteText);
        }

        return RefuseIfUsed(row.Id) ?? Remove([row.Id]);
    }

    /// <summary>Deletes what a query matches: all of it, or nothing.</summary>
    public FakeResponse DeleteByQuery(FolioCall call)
    {
        if (!call.Query.TryGetValue("query", out string? query) || string.IsNullOrWhiteSpace(query))
        {
            return FolioAnswers.Text(400, "Expected CQL but query parameter is empty");
        }

        try
        {
            List<string> ids = [.. FolioCqlParser.Parse(query).Run(resource.Rows).Select(row => row.Id)];
            return ids.Select(RefuseIfUsed).FirstOrDefault(refusal => refusal is not null) ?? Remove(ids);
        }
        catch (FolioCqlException error)
        {
            return FolioAnswers.Text(400, error.Message);
        }
    }

    /// <summary>Changes only the name, as the PATCH of instance date types does.</summary>
    public FakeResponse Rename(string id, string body)
    {
        JsonObject? change = new FolioRecordReader(NameOnly).Read(body, out FakeResponse? refusal);
        if (change is null || Find(id) is not { } row)
        {
            return refusal ?? FolioAnswers.Text(500, "Internal Server Error, Please contact System Administrator or try again");
        }

        JsonObject renamed = row.Json.DeepClone().AsObject();
        renamed["name"] = change["name"]?.DeepClone();
        resource.Save(row.Id, renamed, user, row.Json);
        return FakeResponse.Empty(204);
    }

    private static readonly FakeFolioResourceShape NameOnly = new()
    {
        Path = "",
        CollectionProperty = "",
        Table = "",
        ClassName = "InstanceDateTypePatchRequest",
        RequiredFields = [],
        KnownFields = ["name"],
        RefusesUnknownFields = true,
    };

    private FakeResponse Remove(List<string> ids)
    {
        ids.ForEach(resource.Rows.Remove);
        return FakeResponse.Empty(204);
    }

    private FakeResponse? RefuseIfUsed(string id) => tenant.TableUsing(resource, id) is { } table
        ? FolioAnswers.Text(
            400, $"Cannot delete {_shape.Table}.id = {id} because id is still referenced from table "
            + (resource.Release == FolioRelease.V29 ? $"\"{table}\"." : $"{table}."))
        : null;

    private FakeResponse? CheckReferences(JsonObject record, bool isPost) =>
        resource.ChecksReferences ? FolioReferences.Check(tenant, _shape, record, isPost) : null;

    private FakeResponse? CheckOtherId(JsonObject record, string id) =>
        FolioFieldReader.Text(record["id"]) is var given && (given ?? (_shape.NeedsIdInBody ? "" : id)) != id ? _shape.CheckOtherId(given) : null;

    private JsonObject WithHrid(JsonObject record)
    {
        if (resource.Hrids is { } hrids && record["hrid"] is null)
        {
            record["hrid"] = hrids.Next();
        }

        return record;
    }

    private FakeResponse? CheckHrid(JsonObject record, FolioRow row)
    {
        string? given = FolioFieldReader.Text(record["hrid"]);
        string? stored = FolioFieldReader.Text(row.Json["hrid"]);
        return resource.Hrids is null || given == stored
            ? null
            : FolioAnswers.Text(400, $"The hrid field cannot be changed: new={given ?? "null"}, old={stored ?? "null"}");
    }

    private FolioRow? Find(string id) => resource.Rows.Find(FolioText.Lower(id));

    private bool IsProtected(FolioRow row) =>
        _shape.ProtectedSource is { } source && FolioFieldReader.Text(row.Json["source"]) == source;

    private FakeResponse? RefuseProtectedUpdate(FolioRow row) =>
        _shape.ProtectedUpdateText is { } text && IsProtected(row) ? FolioAnswers.Text(400, text) : null;

    private FakeResponse? CheckNewId(JsonObject record, string id, FolioWriteKind kind)
    {
        if (!FolioUuid.IsValid(id))
        {
            return FolioAnswers.Conflict(FolioUuid.InvalidText, _shape.Table + ".id", id);
        }

        return Find(id) is null ? null : DuplicateAnswer("id", record, kind) ?? FolioDuplicates.OfId(_shape, id, resource.Release);
    }

    private FakeResponse? CheckVersion(JsonObject record, FolioRow row)
    {
        string? given = FolioFieldReader.Text(record["_version"]);
        string? stored = FolioFieldReader.Text(row.Json["_version"]);
        return !_shape.HasOptimisticLocking || given == stored
            ? null
            : FolioAnswers.Text(
                409,
                $"Cannot update record {row.Id} because it has been changed (optimistic locking): Stored _version is {stored}, "
                + $"_version of request is {given ?? "<NULL>"} (23F09)");
    }

    /// <summary>The errors of subject types and sources about their source.</summary>
    private FakeResponse? GuardSource(JsonObject record, FolioRow? row)
    {
        string? given = FolioFieldReader.Text(record["source"]);
        string? stored = row is null ? null : FolioFieldReader.Text(row.Json["source"]);
        string? text = (given, stored) switch
        {
            _ when !_shape.GuardsFolioSource || (row is not null && given == stored) => null,
            (_, "folio") => "Illegal operation: Source folio cannot be updated",
            ("folio", _) => "Illegal operation: Source field cannot be set to folio",
            ("consortium", _) => "Illegal operation: Source consortium cannot be applied at non-consortium tenant",
            _ => null,
        };
        return text is null ? null : FolioAnswers.Conflict(text, "source", given ?? "");
    }

    private FakeResponse? DuplicateAnswer(string member, JsonObject record, FolioWriteKind kind) =>
        kind == FolioWriteKind.Batch ? null : _shape.DuplicateAnswer(member, record, kind == FolioWriteKind.Post);

    private JsonObject Save(string id, JsonObject record, JsonObject? replaced, FolioWriteKind kind)
    {
        _shape.SetDates(new FolioWrite(record, replaced, kind, resource.Now));
        return resource.Save(id, record, user, replaced);
    }

    private FakeResponse? FindDuplicate(JsonObject record, string id, FolioWriteKind kind)
    {
        for (int i = 0; i < resource.Keys.Count; i++)
        {
            FolioUniqueKey key = resource.Keys[i];
            string? value = key.ValueOf(member => FolioFieldReader.Text(record[member]));
            if (value is not null && resource.Rows.HasDuplicate(i, FolioText.Fold(value), id))
            {
                return DuplicateAnswer(key.FirstMember, record, kind)
                    ?? FolioDuplicates.Answer(_shape, key, FolioText.Fold(value), resource.Release, isPost: kind != FolioWriteKind.Put);
            }
        }

        return null;
    }
}
