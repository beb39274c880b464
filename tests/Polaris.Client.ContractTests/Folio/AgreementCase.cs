using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>One call, and how FOLIO answers it: the stub answers exactly that, and the fake must find the same answer by its rules.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Request">Verb and path.</param>
/// <param name="Answer">The answer of the real module.</param>
/// <param name="Call">The call that sends the request.</param>
public sealed record AgreementCase(string Name, string Request, Answer Answer, Func<FolioClient, Task> Call)
{
    public const string Id = "8081d707-610f-4b50-a28b-c36a6d25191b";
    public const string Missing = "0d3ec58e-dc3c-4aa1-9eba-180fca95c544";

    private static readonly Guid ThisId = new(Id);
    private static readonly Guid MissingId = new(Missing);

    /// <summary>The body of the request; none for DELETE.</summary>
    public string? Body { get; init; }

    /// <summary>The records that the fake has before the call.</summary>
    public Action<FakeFolioTenant> Arrange { get; init; } = _ => { };

    /// <summary>The release that answers like this.</summary>
    public FolioRelease Release { get; init; } = FolioRelease.V30;

    /// <summary>The exception that the call throws; null if it succeeds.</summary>
    public Type? Throws { get; init; }

    public static IReadOnlyList<AgreementCase> All { get; } =
    [
        new("An item without its obligatory members", "POST item-storage/items", Invalid("materialTypeId", "permanentLoanTypeId", "holdingsRecordId", "status"),
            folio => folio.Items.CreateAsync(new() { Id = ThisId }))
        {
            Body = $$"""{ "id": "{{Id}}" }""",
            Throws = typeof(ValidationFailedException),
        },
        new("An old version", $"PUT item-storage/items/{Id}", Conflict(2, "1"), folio => folio.Items.UpdateAsync(NewItem(1)))
        {
            Body = ItemJson(1),
            Arrange = AddItemOfVersion2,
            Throws = typeof(VersionConflictException),
        },
        new("A version of the future", $"PUT item-storage/items/{Id}", Conflict(2, "7"), folio => folio.Items.UpdateAsync(NewItem(7)))
        {
            Body = ItemJson(7),
            Arrange = AddItemOfVersion2,
            Throws = typeof(VersionConflictException),
        },
        new("No version", $"PUT item-storage/items/{Id}", Conflict(2, "<NULL>"), folio => folio.Items.UpdateAsync(NewItem(null)))
        {
            Body = ItemJson(null),
            Arrange = AddItemOfVersion2,
            Throws = typeof(VersionConflictException),
        },
        new("Another hrid", $"PUT instance-storage/instances/{Id}", Answer.Text(400, "The hrid field cannot be changed: new=mine, old=in00000000001"),
            folio => folio.Instances.UpdateAsync(new() { Id = ThisId, Version = 1, Hrid = "mine", Title = "Faust", Source = "FOLIO", InstanceTypeId = MissingId }))
        {
            Body = $$"""{ "id": "{{Id}}", "_version": 1, "hrid": "mine", "title": "Faust", "source": "FOLIO", "instanceTypeId": "{{Missing}}" }""",
            Arrange = tenant =>
            {
                Add(tenant, "instance-storage/instances", $$"""{ "id": "{{Id}}", "title": "Faust" }""");
                Add(tenant, "instance-types", $$"""{ "id": "{{Missing}}", "name": "text" }""");
            },
            Throws = typeof(ValidationFailedException),
        },
        new("An instance whose ID is taken", "POST instance-storage/instances", Answer.Text(400, $"Key (id)=({Id}) already exists."),
            folio => folio.Instances.CreateAsync(new() { Id = ThisId, Title = "Faust", Source = "FOLIO", InstanceTypeId = MissingId }))
        {
            Body = $$"""{ "id": "{{Id}}", "title": "Faust", "source": "FOLIO", "instanceTypeId": "{{Missing}}" }""",
            Arrange = tenant => Add(tenant, "instance-storage/instances", $$"""{ "id": "{{Id}}", "title": "Faust" }"""),
            Throws = typeof(AlreadyExistsException),
        },
        new("A holdings record of a missing instance", "POST holdings-storage/holdings", Error($"Cannot set holdings_record.instanceId = {Missing} because it does not exist in instance.id.", "holdings_record.instanceId", Missing),
            folio => folio.Holdings.CreateAsync(new() { Id = ThisId, InstanceId = MissingId, SourceId = ThisId, PermanentLocationId = ThisId }))
        {
            Body = $$"""{ "id": "{{Id}}", "instanceId": "{{Missing}}", "sourceId": "{{Id}}", "permanentLocationId": "{{Id}}" }""",
            Throws = typeof(ValidationFailedException),
        },
        new("A loan type in use", $"DELETE loan-types/{Id}", Answer.Text(400, $"Cannot delete loan_type.id = {Id} because id is still referenced from table item."),
            folio => folio.LoanTypes.DeleteAsync(ThisId))
        {
            Arrange = AddLoanTypeInUse,
            Throws = typeof(RecordInUseException),
        },
        new("A loan type in use, release 29", $"DELETE loan-types/{Id}", Answer.Text(400, $"Cannot delete loan_type.id = {Id} because id is still referenced from table \"item\"."),
            folio => folio.LoanTypes.DeleteAsync(ThisId))
        {
            Arrange = AddLoanTypeInUse,
            Release = FolioRelease.V29,
            Throws = typeof(RecordInUseException),
        },
        new("The pair of a bound-with", "POST inventory-storage/bound-with-parts",
            Error(
                $"lower(f_unaccent(jsonb ->> 'itemId'::text)), lower(f_unaccent(jsonb ->> 'holdingsRecordId'::text)) value already exists in table bound_with_part: {Missing}, {Missing}",
                "lower(f_unaccent(jsonb ->> 'itemId'::text)), lower(f_unaccent(jsonb ->> 'holdingsRecordId'::text))",
                $"{Missing}, {Missing}"),
            folio => folio.BoundWithParts.CreateAsync(new() { Id = ThisId, ItemId = MissingId, HoldingsRecordId = MissingId }))
        {
            Body = $$"""{ "id": "{{Id}}", "itemId": "{{Missing}}", "holdingsRecordId": "{{Missing}}" }""",
            Arrange = tenant =>
            {
                Add(tenant, "item-storage/items", $$"""{ "id": "{{Missing}}" }""");
                Add(tenant, "holdings-storage/holdings", $$"""{ "id": "{{Missing}}" }""");
                Add(tenant, "inventory-storage/bound-with-parts", $$"""{ "itemId": "{{Missing}}", "holdingsRecordId": "{{Missing}}" }""");
            },
            Throws = typeof(AlreadyExistsException),
        },
        new("A bound-with of a missing holdings record", "PUT inventory-storage/bound-withs",
            Answer.Json(422, $$"""{ "errors": [ { "message": "Holdings record not found.", "code": "holding.not-found", "parameters": [ { "key": "holdingsRecordId", "value": "{{Missing}}" } ] } ] }"""),
            folio => folio.BoundWithParts.SetAsync(ThisId, [MissingId]))
        {
            Body = $$"""{ "itemId": "{{Id}}", "boundWithContents": [ { "holdingsRecordId": "{{Missing}}" } ] }""",
            Arrange = tenant => Add(tenant, "item-storage/items", $$"""{ "id": "{{Id}}" }"""),
            Throws = typeof(ValidationFailedException),
        },
        new("The service points of a user twice", "POST service-points-users",
            Error($"lower(f_unaccent(jsonb ->> 'userId'::text)) value already exists in table service_point_user: {Missing}", "lower(f_unaccent(jsonb ->> 'userId'::text))", Missing),
            folio => folio.ServicePointsUsers.CreateAsync(new() { Id = ThisId, UserId = MissingId }))
        {
            Body = $$"""{ "id": "{{Id}}", "userId": "{{Missing}}" }""",
            Arrange = tenant => Add(tenant, "service-points-users", $$"""{ "userId": "{{Missing}}" }"""),
            Throws = typeof(AlreadyExistsException),
        },
        new("A title without instances", "POST preceding-succeeding-titles", Error("The precedingInstanceId and succeedingInstanceId can't be empty at the same time", "", ""),
            folio => folio.PrecedingSucceedingTitles.CreateAsync(new() { Id = ThisId, Title = "Sturm" }))
        {
            Body = $$"""{ "id": "{{Id}}", "title": "Sturm" }""",
            Throws = typeof(ValidationFailedException),
        },
        new("A barcode that is taken", "POST users", Error("This barcode has already been taken", "barcode", "1"), folio => folio.Users.CreateAsync(new() { Id = ThisId, Barcode = "1" }))
        {
            Body = $$"""{ "id": "{{Id}}", "barcode": "1" }""",
            Arrange = tenant => Add(tenant, "users", """{ "barcode": "1" }"""),
            Throws = typeof(AlreadyExistsException),
        },
        new("A user name that is taken", $"PUT users/{Id}", Answer.Text(400, "User with this username already exists"),
            folio => folio.Users.UpdateAsync(new() { Id = ThisId, Username = "a" }))
        {
            Body = $$"""{ "id": "{{Id}}", "username": "a" }""",
            Arrange = tenant =>
            {
                Add(tenant, "users", """{ "username": "a" }""");
                Add(tenant, "users", $$"""{ "id": "{{Id}}", "username": "b" }""");
            },
            Throws = typeof(AlreadyExistsException),
        },
        new("A missing patron group", "POST users", Answer.Text(400, $"Cannot add {Missing}. Patron group not found"),
            folio => folio.Users.CreateAsync(new() { Id = ThisId, PatronGroup = MissingId }))
        {
            Body = $$"""{ "id": "{{Id}}", "patronGroup": "{{Missing}}" }""",
            Throws = typeof(ValidationFailedException),
        },
        new("A service point that exists", "POST service-points", Error("Service Point Exists", "name", "Other"),
            folio => folio.ServicePoints.CreateAsync(new() { Id = ThisId, Name = "Other", Code = "cd", DiscoveryDisplayName = "Desk" }))
        {
            Body = $$"""{ "id": "{{Id}}", "name": "Other", "code": "cd", "discoveryDisplayName": "Desk" }""",
            Arrange = tenant => Add(tenant, "service-points", """{ "name": "Desk", "code": "cd" }"""),
            Throws = typeof(AlreadyExistsException),
        },
        new("A deletion that matches nothing", "DELETE item-storage/items?query=barcode%3D%3D%22x%22", 204, folio => folio.Items.DeleteByQueryAsync(Cql.Field("barcode").EqualTo("x"))),
        new("A prefix with a blank", "PUT hrid-settings-storage/hrid-settings",
            Answer.Json(422, """{ "errors": [ { "message": "must match \"^[0-9a-zA-Z.-]{0,10}$\"", "type": "1", "code": "jakarta.validation.constraints.Pattern.message", "parameters": [ { "key": "items.prefix", "value": "a b" } ] } ], "total_records": 1 }"""),
            folio => folio.HridSettings.UpdateAsync(new() { Instances = new() { StartNumber = 1 }, Holdings = new() { StartNumber = 1 }, Items = new() { StartNumber = 1, Prefix = "a b" } }, allowReuse: true))
        {
            Body = """{ "instances": { "startNumber": 1 }, "holdings": { "startNumber": 1 }, "items": { "startNumber": 1, "prefix": "a b" } }""",
            Throws = typeof(ValidationFailedException),
        },
    ];

    public override string ToString() => Name;

    private static Answer Conflict(int stored, string sent) => Answer.Text(
        409, $"Cannot update record {Id} because it has been changed (optimistic locking): Stored _version is {stored}, _version of request is {sent} (23F09)");

    private static Answer Error(string message, string key, string value) => Answer.Json(422, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = message,
            ["type"] = "1",
            ["code"] = "-1",
            ["parameters"] = new JsonArray(new JsonObject { ["key"] = key, ["value"] = value }),
        }),
    });

    private static Answer Invalid(params string[] members) => Answer.Json(422, new JsonObject
    {
        ["errors"] = new JsonArray([.. members.Select(member => (JsonNode)new JsonObject
        {
            ["message"] = "must not be null",
            ["type"] = "1",
            ["code"] = "jakarta.validation.constraints.NotNull.message",
            ["parameters"] = new JsonArray(new JsonObject { ["key"] = member, ["value"] = "null" }),
        })]),
        ["total_records"] = members.Length,
    });

    private static Item NewItem(int? version) => new()
    {
        Id = ThisId,
        Version = version,
        Status = new() { Name = "Available" },
        MaterialTypeId = MissingId,
        PermanentLoanTypeId = MissingId,
        HoldingsRecordId = MissingId,
    };

    private static string ItemJson(int? version) => $$"""
        {
          "id": "{{Id}}", {{(version is null ? "" : $"\"_version\": {version},")}} "status": { "name": "Available" },
          "materialTypeId": "{{Missing}}", "permanentLoanTypeId": "{{Missing}}", "holdingsRecordId": "{{Missing}}"
        }
        """;

    private static void AddItemOfVersion2(FakeFolioTenant tenant) => Add(tenant, "item-storage/items", $$"""{ "id": "{{Id}}", "_version": 2 }""");

    private static void AddLoanTypeInUse(FakeFolioTenant tenant)
    {
        Add(tenant, "loan-types", $$"""{ "id": "{{Id}}", "name": "Long" }""");
        Add(tenant, "item-storage/items", $$"""{ "permanentLoanTypeId": "{{Id}}" }""");
    }

    private static void Add(FakeFolioTenant tenant, string path, string record) => tenant.Resource(path).Add(JsonNode.Parse(record)!.AsObject());
}
