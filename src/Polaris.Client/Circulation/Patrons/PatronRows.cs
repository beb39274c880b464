using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>A block of a patron.</summary>
/// <remarks>Personal data: show it, do not log it. Vendor page: patronblocks/patron_blocks.</remarks>
public sealed class PatronBlock
{
    /// <summary>The patron who has the block; another one for the blocks of associated patrons.</summary>
    [JsonPropertyName("PatronID")]
    public int PatronId { get; set; }

    /// <summary>The name of the patron.</summary>
    public string? PatronFullName { get; set; }

    /// <summary>The type of the block. Seen in production: 3 is an address check, 100 an expired registration.</summary>
    public int BlockType { get; set; }

    /// <summary>The ID of the block within its type.</summary>
    [JsonPropertyName("BlockID")]
    public int BlockId { get; set; }

    /// <summary>What staff see.</summary>
    public string? BlockDescription { get; set; }

    /// <summary>The branch of the patron.</summary>
    [JsonPropertyName("PatronBranchID")]
    public int? PatronBranchId { get; set; }

    /// <summary>When the patron was blocked.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? CreationDate { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A block that a library defined, to be assigned to patrons.</summary>
/// <remarks>Vendor page: patronblocks/patron_blocks.</remarks>
public sealed class LibraryPatronBlock
{
    /// <summary>The ID of the block.</summary>
    [JsonPropertyName("BlockID")]
    public int BlockId { get; set; }

    /// <summary>What staff see.</summary>
    public string? Description { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A patron who is associated with another one.</summary>
/// <remarks>Personal data: show it, do not log it. Vendor page: patrons/patron_associations.</remarks>
public sealed class PatronAssociation
{
    /// <summary>The associated patron.</summary>
    [JsonPropertyName("LinkedPatronID")]
    public int LinkedPatronId { get; set; }

    /// <summary>The barcode of the associated patron.</summary>
    public string? Barcode { get; set; }

    /// <summary>The name of the associated patron.</summary>
    public string? PatronName { get; set; }

    /// <summary>The name of the branch of the associated patron.</summary>
    public string? BranchName { get; set; }

    /// <summary>The organization of the associated patron.</summary>
    [JsonPropertyName("OrganizationID")]
    public int? OrganizationId { get; set; }

    /// <summary>The note about the association.</summary>
    public string? Note { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    public bool? BlockMe { get; set; }

    /// <summary>The vendor's flag of the same name.</summary>
    public bool? AllowMe { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>An item that a patron has checked out.</summary>
/// <remarks>Personal data: show it, do not log it. Vendor page: patrons/get_items_out.</remarks>
public sealed class PatronItemOut
{
    /// <summary>The item.</summary>
    [JsonPropertyName("ItemRecordID")]
    public int ItemRecordId { get; set; }

    /// <summary>The bibliographic record of the item.</summary>
    [JsonPropertyName("BibliographicRecordID")]
    public int? BibRecordId { get; set; }

    /// <summary>The barcode of the item.</summary>
    public string? Barcode { get; set; }

    /// <summary>The title as browse lists show it.</summary>
    public string? BrowseTitle { get; set; }

    /// <summary>The author as browse lists show it.</summary>
    public string? BrowseAuthor { get; set; }

    /// <summary>When the item is due.</summary>
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? DueDate { get; set; }

    /// <summary>The call number.</summary>
    public string? CallNumber { get; set; }

    /// <summary>The name of the material type.</summary>
    public string? MaterialType { get; set; }

    /// <summary>The branch that the item is assigned to.</summary>
    [JsonPropertyName("AssignedBranchID")]
    public int? AssignedBranchId { get; set; }

    /// <summary>The name of the branch that the item is assigned to.</summary>
    public string? AssignedBranch { get; set; }

    /// <summary>The number of times that the loan was renewed.</summary>
    public int? Renewals { get; set; }

    /// <summary>The number of times that the loan can be renewed.</summary>
    public int? RenewalLimit { get; set; }

    /// <summary>The remaining renewals; a string in the vendor's sample.</summary>
    public string? RenewalsLeft { get; set; }

    /// <summary>Whether the patron can renew the loan; calculated only for kinds of client that renew.</summary>
    public bool? CanItemBeRenewed { get; set; }

    /// <summary>Whether the item is electronic.</summary>
    [JsonPropertyName("ElectronicItem")]
    public bool? IsElectronic { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A charge, payment or other transaction of a patron's account.</summary>
/// <remarks>Personal data: show it, do not log it. Vendor page: finesandfees/get_transaction_summary.</remarks>
public sealed class PatronAccountTransaction
{
    /// <summary>The ID of the transaction.</summary>
    [JsonPropertyName("TxnID")]
    public int TransactionId { get; set; }

    /// <summary>The kind of transaction. In the vendor's samples 1 is a charge and 2 a payment.</summary>
    [JsonPropertyName("TxnCodeID")]
    public int? TransactionCodeId { get; set; }

    /// <summary>The name of the kind of transaction.</summary>
    public string? Type { get; set; }

    /// <summary>When the transaction was made.</summary>
    [JsonPropertyName("TxnDate")]
    [JsonConverter(typeof(LenientDate))]
    public DateTimeOffset? TransactionDate { get; set; }

    /// <summary>The amount; <see langword="null"/> if the server did not send a readable one.</summary>
    [JsonPropertyName("TxnAmount")]
    [JsonConverter(typeof(HintConverter<decimal?>))]
    public decimal? Amount { get; set; }

    /// <summary>The amount that is not paid; <see langword="null"/> if the server did not send a readable one.</summary>
    [JsonConverter(typeof(HintConverter<decimal?>))]
    public decimal? OutstandingAmount { get; set; }

    /// <summary>What the transaction is about.</summary>
    public string? FeeDescription { get; set; }

    /// <summary>The item, if the transaction is about one. It may be a barcode: the vendor's sample shows both.</summary>
    [JsonPropertyName("ItemRecordID")]
    public string? ItemRecordId { get; set; }

    /// <summary>The barcode of the item.</summary>
    public string? Barcode { get; set; }

    /// <summary>The title as browse lists show it.</summary>
    public string? BrowseTitle { get; set; }

    /// <summary>The organization where the transaction was made.</summary>
    [JsonPropertyName("TxnOrgID")]
    public int? TransactionOrganizationId { get; set; }

    /// <summary>The note.</summary>
    public string? FreeTextNote { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
