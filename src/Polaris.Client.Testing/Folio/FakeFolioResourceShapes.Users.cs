namespace Polaris.Client.Testing;

/// <content>The resources of the module for users, which is the same in both releases of inventory.</content>
public static partial class FakeFolioResourceShapes
{
    /// <summary>Users. They are records only: <see cref="FakeFolioTenant.AddUser"/> adds an account that can sign in.</summary>
    public static FakeFolioResourceShape Users { get; } = new()
    {
        Path = "users",
        CollectionProperty = "users",
        Table = "users",
        ClassName = "User",
        PermissionPrefix = "users",
        RequiredFields = [],
        UniqueFields = ["externalSystemId", "username", "barcode"],
        KnownFields = ["username", "externalSystemId", "barcode", "type", "patronGroup", "enrollmentDate", "expirationDate", "createdDate", "updatedDate"],
        OtherFields = ["active", "departments", "meta", "proxyFor", "personal", "tags", "customFields", "preferredEmailCommunication"],
        References = [("patronGroup", "groups")],
        RefusesUnknownFields = true,
        SaysDuplicateAsV30 = true,
        DeletesByQuery = true,
        CheckRules = FolioModuleRules.OfUser,
        NeedsIdInBody = true,
        CheckOtherId = _ => FolioAnswers.Text(400, "You cannot change the value of the id field"),
        DuplicateAnswer = FolioModuleRules.DuplicateUser,
        MissingReferenceAnswer = id => FolioAnswers.Text(400, $"Cannot add {id}. Patron group not found"),
    };

    /// <summary>The service points at which users may work; users belong to another module, which is not asked whether they exist.</summary>
    public static FakeFolioResourceShape ServicePointsUsers { get; } = new()
    {
        Path = "service-points-users",
        CollectionProperty = "servicePointsUsers",
        Table = "service_point_user",
        ClassName = "ServicePointsUser",
        RequiredFields = ["userId"],
        UniqueFields = ["userId"],
        KnownFields = ["userId", "defaultServicePointId"],
        OtherFields = ["servicePointsIds"],
        References = [("defaultServicePointId", "service-points")],
        RefusesUnknownFields = true,
    };

    /// <summary>Groups of users.</summary>
    public static FakeFolioResourceShape PatronGroups { get; } = new()
    {
        Path = "groups",
        CollectionProperty = "usergroups",
        Table = "groups",
        ClassName = "Usergroup",
        PermissionPrefix = "usergroups",
        RequiredFields = ["group"],
        UniqueFields = ["group"],
        KnownFields = ["group", "desc", "source"],
        OtherFields = ["expirationOffsetInDays"],
        SaysDuplicateAsV30 = true,
    };
}
