namespace Polaris.Client.Testing;

/// <content>Instances, holdings, items, and their locations.</content>
public static partial class FakeFolioResourceShapes
{
    /// <summary>Instances.</summary>
    public static FakeFolioResourceShape Instances { get; } = new()
    {
        Path = "instance-storage/instances",
        BatchPath = "instance-storage/batch/synchronous",
        BatchOperation = "batch.synchronous.post",
        CollectionProperty = "instances",
        Table = "instance",
        ClassName = "Instance",
        RequiredFields = ["source", "title", "instanceTypeId"],
        UniqueFields = ["hrid", "matchKey"],
        KnownFields =
        [
            "hrid", "matchKey", "sourceUri", "source", "title", "indexTitle", "instanceTypeId", "modeOfIssuanceId",
            "catalogedDate", "statusId", "statusUpdatedDate",
        ],
        OtherFields =
        [
            "alternativeTitles", "editions", "series", "identifiers", "contributors", "subjects", "classifications",
            "publication", "publicationFrequency", "publicationRange", "electronicAccess", "dates", "instanceFormatIds",
            "physicalDescriptions", "languages", "notes", "administrativeNotes", "previouslyHeld", "staffSuppress",
            "discoverySuppress", "deleted", "statisticalCodeIds", "tags", "natureOfContentTermIds",
        ],
        ReadOnlyFields = ["instanceFormats", "sourceRecordFormat", "holdingsRecords2"],
        RefusesUnknownFields = true,
        HridPrefix = "in",
        HasOptimisticLocking = true,
        SaysDuplicateAsV30 = true,
        DeletesByQuery = true,
        DuplicateAnswer = FolioModuleRules.DuplicateInstance,
        SetDates = FolioStatusDates.OfInstance,
        References =
        [
            ("modeOfIssuanceId", "modes-of-issuance"), ("dates.dateTypeId", "instance-date-types"), ("instanceTypeId", "instance-types"),
        ],
    };

    /// <summary>Holdings records.</summary>
    public static FakeFolioResourceShape Holdings { get; } = new()
    {
        Path = "holdings-storage/holdings",
        BatchPath = "holdings-storage/batch/synchronous",
        CollectionProperty = "holdingsRecords",
        Table = "holdings_record",
        ClassName = "HoldingsRecord",
        RequiredFields = ["sourceId", "instanceId", "permanentLocationId"],
        UniqueFields = ["hrid"],
        KnownFields =
        [
            "sourceId", "hrid", "holdingsTypeId", "instanceId", "permanentLocationId", "temporaryLocationId",
            "callNumberTypeId", "callNumberPrefix", "callNumber", "callNumberSuffix", "shelvingTitle", "acquisitionFormat",
            "acquisitionMethod", "receiptStatus", "illPolicyId", "retentionPolicy", "digitizationPolicy", "copyNumber",
            "numberOfItems",
        ],
        OtherFields =
        [
            "formerIds", "electronicAccess", "additionalCallNumbers", "administrativeNotes", "notes", "holdingsStatements",
            "holdingsStatementsForIndexes", "holdingsStatementsForSupplements", "receivingHistory", "discoverySuppress",
            "statisticalCodeIds", "tags",
        ],
        ReadOnlyFields = ["effectiveLocationId"],
        RefusesUnknownFields = true,
        HridPrefix = "ho",
        HasOptimisticLocking = true,
        SaysDuplicateAsV30 = true,
        DeletesByQuery = true,
        CreatesMissingOnUpdate = true,
        References =
        [
            ("instanceId", "instance-storage/instances"), ("permanentLocationId", "locations"), ("temporaryLocationId", "locations"),
            ("holdingsTypeId", "holdings-types"), ("callNumberTypeId", "call-number-types"), ("illPolicyId", "ill-policies"),
            ("sourceId", "holdings-sources"),
        ],
    };

    /// <summary>Items.</summary>
    public static FakeFolioResourceShape Items { get; } = new()
    {
        Path = "item-storage/items",
        BatchPath = "item-storage/batch/synchronous",
        RetrievesSinceV30 = true,
        CollectionProperty = "items",
        Table = "item",
        ClassName = "Item",
        RequiredFields = ["materialTypeId", "permanentLoanTypeId", "holdingsRecordId", "status"],
        UniqueFields = ["barcode", "hrid"],
        KnownFields =
        [
            "hrid", "holdingsRecordId", "displaySummary", "accessionNumber", "barcode", "itemLevelCallNumber",
            "itemLevelCallNumberPrefix", "itemLevelCallNumberSuffix", "itemLevelCallNumberTypeId", "volume", "enumeration",
            "chronology", "itemIdentifier", "copyNumber", "numberOfPieces", "descriptionOfPieces", "numberOfMissingPieces",
            "missingPieces", "missingPiecesDate", "itemDamagedStatusId", "itemDamagedStatusDate", "materialTypeId",
            "permanentLoanTypeId", "temporaryLoanTypeId", "permanentLocationId", "temporaryLocationId",
            "inTransitDestinationServicePointId", "purchaseOrderLineIdentifier",
        ],
        OtherFields =
        [
            "order", "formerIds", "discoverySuppress", "additionalCallNumbers", "yearCaption", "administrativeNotes",
            "notes", "circulationNotes", "status", "electronicAccess", "statisticalCodeIds", "tags", "lastCheckIn",
        ],
        ReadOnlyFields =
        [
            "effectiveShelvingOrder", "effectiveCallNumberComponents", "materialType", "permanentLocation",
            "temporaryLocation", "effectiveLocationId", "holdingsRecord2",
        ],
        RefusesUnknownFields = true,
        HridPrefix = "it",
        HasOptimisticLocking = true,
        SaysDuplicateAsV30 = true,
        DeletesByQuery = true,
        SetDates = FolioStatusDates.OfItem,
        References =
        [
            ("holdingsRecordId", "holdings-storage/holdings"), ("permanentLoanTypeId", "loan-types"),
            ("temporaryLoanTypeId", "loan-types"), ("materialTypeId", "material-types"), ("permanentLocationId", "locations"),
            ("temporaryLocationId", "locations"), ("itemLevelCallNumberTypeId", "call-number-types"),
        ],
    };

    /// <summary>Locations.</summary>
    public static FakeFolioResourceShape Locations { get; } = new()
    {
        Path = "locations",
        CollectionProperty = "locations",
        Table = "location",
        ClassName = "Location",
        RequiredFields = ["name", "code", "institutionId", "campusId", "libraryId", "primaryServicePoint"],
        UniqueFields = ["name", "code"],
        KnownFields =
        [
            "name", "code", "description", "discoveryDisplayName", "institutionId", "campusId", "libraryId",
            "primaryServicePoint",
        ],
        OtherFields =
        [
            "isActive", "details", "servicePointIds", "isFloatingCollection", "isShadow",
        ],
        ReadOnlyFields = ["institution", "campus", "library", "primaryServicePointObject", "servicePoints"],
        RefusesUnknownFields = true,
        SaysDuplicateAsV30 = true,
        ListParameters = ["includeShadowLocations"],
        PutDeclares422 = true,
        HidingField = "isShadow",
        References =
        [
            ("institutionId", "location-units/institutions"), ("campusId", "location-units/campuses"),
            ("libraryId", "location-units/libraries"),
        ],
        CheckRules = FolioModuleRules.OfLocation,
        CheckOtherId = _ => FolioModuleRules.Refused("id", "", "Illegal operation: id cannot be changed"),
    };

    /// <summary>Institutions.</summary>
    public static FakeFolioResourceShape Institutions { get; } = new()
    {
        Path = "location-units/institutions",
        CollectionProperty = "locinsts",
        Table = "locinstitution",
        ClassName = "Locinst",
        RequiredFields = ["name", "code"],
        UniqueFields = ["name"],
        KnownFields =
        [
            "name", "code",
        ],
        OtherFields =
        [
            "isShadow",
        ],
        RefusesUnknownFields = true,
        SaysDuplicateAsV30 = true,
        ListParameters = ["includeShadow"],
        PermissionPrefix = "inventory-storage.location-units.institutions",
        HidingField = "isShadow",
        CheckOtherId = id => FolioModuleRules.UnitIdChanged("locinst", id, "Institution ID"),
    };

    /// <summary>Campuses.</summary>
    public static FakeFolioResourceShape Campuses { get; } = new()
    {
        Path = "location-units/campuses",
        CollectionProperty = "loccamps",
        Table = "loccampus",
        ClassName = "Loccamp",
        RequiredFields = ["name", "institutionId", "code"],
        UniqueFields = ["name"],
        KnownFields =
        [
            "name", "code", "institutionId",
        ],
        OtherFields =
        [
            "isShadow",
        ],
        RefusesUnknownFields = true,
        SaysDuplicateAsV30 = true,
        ListParameters = ["includeShadow"],
        PermissionPrefix = "inventory-storage.location-units.campuses",
        HidingField = "isShadow",
        CheckOtherId = id => FolioModuleRules.UnitIdChanged("loccamp", id, "Campus ID"),
        References = [("institutionId", "location-units/institutions")],
    };

    /// <summary>Libraries.</summary>
    public static FakeFolioResourceShape Libraries { get; } = new()
    {
        Path = "location-units/libraries",
        CollectionProperty = "loclibs",
        Table = "loclibrary",
        ClassName = "Loclib",
        RequiredFields = ["name", "campusId", "code"],
        UniqueFields = ["name"],
        KnownFields =
        [
            "name", "code", "campusId",
        ],
        OtherFields =
        [
            "isShadow",
        ],
        RefusesUnknownFields = true,
        SaysDuplicateAsV30 = true,
        ListParameters = ["includeShadow"],
        PermissionPrefix = "inventory-storage.location-units.libraries",
        HidingField = "isShadow",
        CheckOtherId = id => FolioModuleRules.UnitIdChanged("loclib", id, "Library ID"),
        References = [("campusId", "location-units/campuses")],
    };

    /// <summary>Service points.</summary>
    public static FakeFolioResourceShape ServicePoints { get; } = new()
    {
        Path = "service-points",
        CollectionProperty = "servicepoints",
        Table = "service_point",
        ClassName = "Servicepoint",
        RequiredFields = ["name", "code", "discoveryDisplayName"],
        UniqueFields = ["name", "code"],
        KnownFields =
        [
            "name", "code", "discoveryDisplayName", "description", "holdShelfClosedLibraryDateManagement",
            "defaultCheckInActionForUseAtLocation",
        ],
        OtherFields =
        [
            "shelvingLagTime", "pickupLocation", "holdShelfExpiryPeriod", "staffSlips", "ecsRequestRouting",
        ],
        RefusesUnknownFields = true,
        SaysDuplicateAsV30 = true,
        ListParameters = ["includeRoutingServicePoints"],
        PutDeclares422 = true,
        QueryPrefix = "cql.allRecords=1 NOT ecsRequestRouting=true",
        CheckRules = FolioModuleRules.OfServicePoint,
        DuplicateAnswer = FolioModuleRules.DuplicateServicePoint,
    };
}
