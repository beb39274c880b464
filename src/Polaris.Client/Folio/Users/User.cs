using System.Text.Json;

namespace Polaris.Client.Folio;

/// <summary>A user: a patron, a member of staff or a program.</summary>
/// <remarks>
/// The schema describes the ID as a string, but the database stores a UUID. The user names, barcodes and external IDs are unique. Deleting
/// a user does not delete the proxies that refer to it.
/// </remarks>
[FolioResource("users", "users", StreamsLists = true, DeletesByQuery = true)]
public sealed class User : FolioRecord
{
    /// <summary>The unique name with which the user signs in.</summary>
    public string? Username { get; set; }

    /// <summary>The unique ID in another system.</summary>
    public string? ExternalSystemId { get; set; }

    /// <summary>The unique barcode.</summary>
    public string? Barcode { get; set; }

    /// <summary>Whether the account is valid and has not expired.</summary>
    public bool? Active { get; set; }

    /// <summary>The class of user: <c>staff</c>, <c>patron</c>, <c>shadow</c>, <c>system</c> or <c>dcb</c>; any other value passes through.</summary>
    public string? Type { get; set; }

    /// <summary>The ID of the <see cref="Folio.PatronGroup"/>.</summary>
    public Guid? PatronGroup { get; set; }

    /// <summary>The IDs of the departments.</summary>
    public List<Guid>? Departments { get; set; }

    /// <summary>Name, addresses and other personal data. Do not log it.</summary>
    public UserPersonal? Personal { get; set; }

    /// <summary>When the user joined the organization.</summary>
    public DateTimeOffset? EnrollmentDate { get; set; }

    /// <summary>When the account expires.</summary>
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>The tags.</summary>
    public Tags? Tags { get; set; }

    /// <summary>Values defined by the library.</summary>
    public Dictionary<string, JsonElement>? CustomFields { get; set; }

    /// <summary>What the user wants email about: <c>Support</c>, <c>Programs</c>, <c>Services</c>.</summary>
    public List<string>? PreferredEmailCommunication { get; set; }
}

/// <summary>The personal data of a user.</summary>
public sealed class UserPersonal : RecordPart
{
    /// <summary>The surname. The server requires it.</summary>
    public string? LastName { get; set; }

    /// <summary>The given name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The middle name.</summary>
    public string? MiddleName { get; set; }

    /// <summary>The given name that the user prefers.</summary>
    public string? PreferredFirstName { get; set; }

    /// <summary>The pronouns.</summary>
    public string? Pronouns { get; set; }

    /// <summary>The email address.</summary>
    public string? Email { get; set; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>The mobile telephone number.</summary>
    public string? MobilePhone { get; set; }

    /// <summary>The date of birth.</summary>
    public DateTimeOffset? DateOfBirth { get; set; }

    /// <summary>The addresses, at most one of each type.</summary>
    public List<UserAddress>? Addresses { get; set; }

    /// <summary>The ID of the preferred way of contact, for example <c>002</c> for email.</summary>
    public string? PreferredContactTypeId { get; set; }

    /// <summary>The IDs of the preferred ways of contact, in releases that allow several.</summary>
    public List<string>? PreferredContactTypeIds { get; set; }

    /// <summary>The link to the profile picture, or its ID.</summary>
    public string? ProfilePictureLink { get; set; }
}

/// <summary>An address of a user.</summary>
public sealed class UserAddress : RecordPart
{
    /// <summary>The ID of the address.</summary>
    public string? Id { get; set; }

    /// <summary>The ID of the address type. The server requires it, and allows one address of each type.</summary>
    public Guid? AddressTypeId { get; set; }

    /// <summary>The first line.</summary>
    public string? AddressLine1 { get; set; }

    /// <summary>The second line.</summary>
    public string? AddressLine2 { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The code of the country.</summary>
    public string? CountryId { get; set; }

    /// <summary>Whether this is the primary address.</summary>
    public bool? PrimaryAddress { get; set; }
}
