using System.Globalization;
using System.Text.Json.Nodes;
using Polaris.Client.Testing.Folio.Records;
using Polaris.Client.Testing.Folio.Search;

namespace Polaris.Client.Testing.Folio.Server;

/// <summary>Answers POST, and GET, PUT, DELETE of one record, for one request of one user.</summary>
internal sealed class FolioRecords(FakeFolioTenant tenant, FakeFolioResource resource, FakeFolioUser user)
{
    private readonly FakeFolioResourceShape _shape = resource.Shape;

    public FolioReply Get(string id)
    {
        if (!FolioUuid.IsValid(id))
        {
            return FolioReply.Text(404, FolioUuid.InvalidText);
        }

        return Find(id) is { } row ? FolioReply.Json(200, row.WriteTo) : FolioErrors.NotFound;
    }

    public FolioReply Create(string body)
    {
        JsonObject? record = new FolioRecordReader(_shape).Read(body, out FolioReply? refusal);
        if (record is null)
        {
            return refusal!;
        }

        string id = FolioText.Lower(FolioFieldReader.Text(record["id"]) ?? Guid.NewGuid().ToString());
        return CheckNewId(id) ?? FindDuplicate(record, id, 422)
            ?? FolioReply.Json(201, resource.Save(id, record, user, replaced: null)).With("Location", id);
    }

    public FolioReply Update(string id, string body)
    {
        JsonObject? record = new FolioRecordReader(_shape).Read(body, out FolioReply? refusal);
        if (record is null)
        {
            return refusal!;
        }

        if (!FolioUuid.IsValid(id))
        {
            return FolioReply.Text(400, FolioUuid.InvalidText);
        }

        if (Find(id) is not { } row)
        {
            return FolioErrors.NotFound;
        }

        refusal = RefuseProtectedUpdate(row) ?? CheckVersion(record, row)
            ?? FindDuplicate(record, row.Id, _shape.PutDeclares422 ? 422 : 400);
        if (refusal is null)
        {
            resource.Save(row.Id, record, user, row.Json);
        }

        return refusal ?? FolioReply.Empty(204);
    }

    public FolioReply Delete(string id)
    {
        if (!FolioUuid.IsValid(id))
        {
            return FolioReply.Text(
                400,
                _shape.ProtectedSource is null ? FolioUuid.InvalidText : "Failed to fetch entity: Invalid UUID string: " + id);
        }

        if (Find(id) is not { } row)
        {
            return FolioReply.Text(404, string.Format(CultureInfo.InvariantCulture, _shape.DeleteNotFoundText, id));
        }

        if (IsProtected(row))
        {
            return FolioReply.Text(400, _shape.ProtectedDeleteText);
        }

        if (tenant.TableUsing(row.Id) is { } table)
        {
            return FolioReply.Text(
                400, $"Cannot delete {_shape.Table}.id = {row.Id} because id is still referenced from table {table}.");
        }

        resource.Rows.Remove(row.Id);
        return FolioReply.Empty(204);
    }

    private FolioRow? Find(string id) => resource.Rows.Find(FolioText.Lower(id));

    private bool IsProtected(FolioRow row) =>
        _shape.ProtectedSource is { } source && FolioFieldReader.Text(row.Json["source"]) == source;

    private FolioReply? RefuseProtectedUpdate(FolioRow row) =>
        _shape.ProtectedUpdateText is { } text && IsProtected(row) ? FolioReply.Text(400, text) : null;

    private FolioReply? CheckNewId(string id)
    {
        if (!FolioUuid.IsValid(id))
        {
            return FolioErrors.Conflict(FolioUuid.InvalidText, _shape.Table + ".id", id);
        }

        return Find(id) is null
            ? null
            : FolioErrors.Conflict($"id value already exists in table {_shape.Table}: {id}", "id", id);
    }

    private FolioReply? CheckVersion(JsonObject record, FolioRow row)
    {
        string? given = FolioFieldReader.Text(record["_version"]);
        string? stored = FolioFieldReader.Text(row.Json["_version"]);
        return !_shape.HasOptimisticLocking || given == stored
            ? null
            : FolioReply.Text(
                409,
                $"Cannot update record {row.Id} because it has been changed (optimistic locking): Stored _version is {stored}, "
                + $"_version of request is {given ?? "<NULL>"} (23F09)");
    }

    private FolioReply? FindDuplicate(JsonObject record, string id, int status)
    {
        foreach (FolioUniqueKey key in _shape.UniqueFields.Select(members => new FolioUniqueKey(members)))
        {
            string? value = key.ValueOf(member => FolioFieldReader.Text(record[member]));
            if (value is not null && resource.Rows.HasDuplicate(key, FolioText.Fold(value), id))
            {
                return Duplicate(key.Expression, value, status);
            }
        }

        return null;
    }

    private FolioReply Duplicate(string key, string value, int status)
    {
        if (_shape.HasOwnDuplicateError)
        {
            return FolioErrors.Coded(422, "1", "name.duplicate", "Cannot create/update entity; name is not unique");
        }

        string message = $"{key} value already exists in table {_shape.Table}: {value}";
        return status == 422 ? FolioErrors.Conflict(message, key, value) : FolioReply.Text(status, message);
    }
}
