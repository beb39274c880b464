using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read, create and change record sets.</summary>
internal sealed class RecordSetRoutes(FakePolarisOptions options, PolarisRecords records)
{
    public const int Authority = 1;
    public const int Bib = 2;
    public const int Item = 3;
    public const int Weeding = 107;

    private const int Patron = 27;
    private const int MaxNameLength = 65;
    private const int UsualSize = 1_000;

    /// <summary>The record sets that contain a record, as the lists of records show them.</summary>
    public static JsonArray Of(PolarisRecords records, int recordId, params int[] objectTypes) => Json.Array(records.RecordSets.All
        .Where(found => objectTypes.Contains(found.ObjectTypeId) && found.RecordIds.Contains(recordId))
        .OrderBy(found => found.Id)
        .Select(found => (JsonNode)new JsonObject
        {
            ["RecordSetID"] = found.Id,
            ["Name"] = found.Name,
            ["ObjectTypeID"] = found.ObjectTypeId,
            ["ObjectTypeDescription"] = found.ObjectTypeId switch
            {
                Authority => "Authority Record",
                Bib => "Bibliographic Record",
                Item => "Item Record",
                _ => null,
            },
            ["OwnerName"] = found.Json.Text("OwnerName"),
            ["CreationDate"] = found.Json.Text("CreationDate"),
            ["Note"] = found.Note,
            ["NumberOfRecords"] = found.RecordIds.Count,
        }));

    public FakeResponse Get(PolarisCall call)
    {
        FakeRecordSet found = Found(call);
        bool ownerOnly = call.Query.TryGetValue("ownerInfoOnly", out string? asked) && asked == "true";
        return FakeResponse.Json(new JsonObject
        {
            ["RecordSetID"] = found.Id,
            ["Name"] = ownerOnly ? null : found.Name,
            ["ObjectTypeID"] = found.ObjectTypeId,
            ["CreatorID"] = found.Json.Int("CreatorID"),
            ["OrganizationOwnerID"] = found.OrganizationOwnerId,
            ["CreationDate"] = ownerOnly ? "0001-01-01T00:00:00-05:00" : found.Json.Text("CreationDate"),
            ["Note"] = ownerOnly ? null : found.Note,
            ["NumberOfRecords"] = ownerOnly ? 0 : found.RecordIds.Count,
            ["RecordStatusID"] = ownerOnly ? 0 : found.RecordStatusId,
        });
    }

    public FakeResponse Contents(PolarisCall call)
    {
        FakeRecordSet found = Found(call);
        int start = Number(call, "startIndex", otherwise: 0);
        int count = Number(call, "numRecords", UsualSize);
        bool isSorted = call.Query.TryGetValue("sortResults", out string? asked) && asked == "true";
        IEnumerable<int> ids = isSorted ? found.RecordIds.OrderBy(id => id) : found.RecordIds;
        return FakeResponse.Json(new JsonObject
        {
            ["ObjectTypeID"] = found.ObjectTypeId,
            ["Records"] = Json.Array(ids.Skip(start).Take(count == 0 ? int.MaxValue : count).Select(id => (JsonNode)Describe(found.ObjectTypeId, id))),
        });
    }

    public FakeResponse Update(PolarisCall call)
    {
        FakeRecordSet found = Found(call);
        JsonElement body = call.ReadJson();
        new BodyCheck(call, body, options.AcceptQuotedNumbers)
            .Required("Name", "OrganizationOwnerID", "Note").Texts("Name").Ints("OrganizationOwnerID").Anything("Note").NothingElse();
        JsonNode sent = Json.Node(body)!;
        records.RecordSets.Put(new FakeRecordSet(Json.Copy(found.Json))
        {
            Name = NameOf(call, sent),
            OrganizationOwnerId = sent.Int("OrganizationOwnerID")!.Value,
            Note = sent.Text("Note"),
        });
        return FakeResponse.Empty(200);
    }

    public FakeResponse Create(PolarisCall call)
    {
        JsonElement body = call.ReadJson();
        new BodyCheck(call, body, options.AcceptQuotedNumbers)
            .Required("Name", "ObjectTypeID").Texts("Name", "Note")
            .Ints("ObjectTypeID", "CreatorID", "OrganizationOwnerID", "OriginatingRecordSetID").IntArrays("Records").NothingElse();
        JsonNode sent = Json.Node(body)!;
        int type = sent.Int("ObjectTypeID")!.Value;
        if (type is not (Authority or Bib or Item or Patron or Weeding))
        {
            throw call.BadRequest("ObjectTypeID must be 1, 2, 3, 27 or 107.");
        }

        List<string> warnings = [];
        List<int> ids = [];
        foreach (int id in IdsFor(call, sent, type))
        {
            if (ids.Contains(id))
            {
                warnings.Add($"Duplicate id {PolarisRecords.Key(id)}.");
            }
            else if (!Exists(type, id))
            {
                warnings.Add($"Invalid id {PolarisRecords.Key(id)}.");
            }
            else
            {
                ids.Add(id);
            }
        }

        return FakeResponse.Json(Store(call, sent, type, ids, warnings));
    }

    private JsonObject Store(PolarisCall call, JsonNode sent, int type, List<int> ids, List<string> warnings)
    {
        FakeRecordSet created = new()
        {
            Id = records.NewId(),
            Name = NameOf(call, sent),
            ObjectTypeId = type,
            OrganizationOwnerId = sent.Int("OrganizationOwnerID") ?? 0,
            Note = sent.Text("Note"),
            RecordIds = ids,
        };
        created.Json["CreatorID"] = sent.Int("CreatorID") ?? call.Caller!.UserId;
        created.Json["CreationDate"] = new ServerDates(options).WithOffset(options.TimeProvider.GetUtcNow());
        records.RecordSets.Put(created);
        return new JsonObject
        {
            ["RecordSetId"] = created.Id,
            ["NumberOfRecordsAdded"] = ids.Count,
            ["NumberOfRecordsRemoved"] = 0,
            ["NumberOfRecords"] = 0,
            ["Warnings"] = Json.Array(warnings.Select(warning => (JsonNode)JsonValue.Create(warning))),
        };
    }

    private IEnumerable<int> IdsFor(PolarisCall call, JsonNode sent, int type)
    {
        if (sent.Int("OriginatingRecordSetID") is { } origin)
        {
            FakeRecordSet from = records.RecordSets.Find(origin)
                ?? throw call.Refuse(PolarisAnswers.Error(400, 0, "Bad request"), $"Record set {origin} does not exist.");
            List<int> linked = [.. from.RecordIds.Where(id => HasCode(call, from.ObjectTypeId, id)).SelectMany(id => LinkedTo(from.ObjectTypeId, id, type, StatusBits(call)))];
            bool allowsMany = call.Query.TryGetValue("allowLargeRecordSet", out string? allows) && allows == "true";
            return linked.Count <= UsualSize || allowsMany
                ? linked
                : throw call.BadRequest($"The record set would have {linked.Count} records; allowLargeRecordSet is not true.");
        }

        bool unlinkedOnly = call.Query.TryGetValue("generateNoLinks", out string? only) && only == "true";
        return !unlinkedOnly ? sent.Ints("Records")
            : type == Bib ? records.Bibs.All.Where(bib => bib.LinkedItems == 0 && !records.ItemsOf(bib.Id).Any()).Select(bib => bib.Id)
            : records.Authorities.All.Where(authority => authority.LinkedBibs == 0 && authority.LinkedSeeAlso == 0).Select(authority => authority.Id);
    }

    /// <summary>The links that the fake knows: the items of bibliographic records and of patrons, and the bibliographic records of items.</summary>
    private IEnumerable<int> LinkedTo(int fromType, int id, int type, long? statusBits) => (fromType, type) switch
    {
        (Bib, Item) => records.ItemsOf(id).Select(item => item.Id),
        (Item, Bib) => records.Items.Find(id) is { } item ? [item.BibRecordId] : [],
        (Patron, Item) => records.Items.All
            .Where(item => item.BorrowerId == id && ((statusBits ?? -1) & (1L << item.ItemStatusId)) != 0).Select(item => item.Id),
        _ => [],
    };

    private bool HasCode(PolarisCall call, int type, int id) => type != Patron
        || !call.Query.TryGetValue("patronCodesFilter", out string? codes)
        || codes.Split(',').Contains(records.Patrons.Find(id)?.Json.Text("PatronCodeID"));

    private static long? StatusBits(PolarisCall call) => !call.Query.TryGetValue("itemCircStatusFilter", out string? text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long bits) ? bits
        : throw call.BadRequest("The parameter itemCircStatusFilter must be a number.");

    private bool Exists(int type, int id) => type switch
    {
        Authority => records.Authorities.Find(id) is not null,
        Bib => records.Bibs.Find(id) is not null,
        Patron => records.Patrons.Find(id) is not null,
        _ => records.Items.Find(id) is not null,
    };

    private JsonObject Describe(int type, int id)
    {
        JsonObject row = new() { ["RecordID"] = id };
        switch (type)
        {
            case Authority:
                row["Heading"] = records.Authorities.Find(id)?.Heading;
                break;
            case Bib:
                row["Title"] = Marc.Title(records.Bibs.Find(id)?.Marc);
                break;
            case Patron:
                row["Barcode"] = records.Patrons.Find(id)?.Barcode;
                break;
            default:
                row["Barcode"] = records.Items.Find(id)?.Barcode;
                break;
        }

        return row;
    }

    private FakeRecordSet Found(PolarisCall call) => records.RecordSets.Find(call.Number("id"))
        ?? throw new Refusal(PolarisAnswers.Error(404, 0, "Record set was not found."));

    private static string NameOf(PolarisCall call, JsonNode sent) => sent.Text("Name") is { Length: > 0 and <= MaxNameLength } name
        ? name
        : throw call.BadRequest($"The name must have 1 to {MaxNameLength} characters.");

    private static int Number(PolarisCall call, string parameter, int otherwise) => !call.Query.TryGetValue(parameter, out string? text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw call.BadRequest($"The parameter {parameter} must be a number.");
}
