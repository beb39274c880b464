namespace Polaris.Client.Folio;

/// <summary>The service points at which a user may work, and the one that is preset.</summary>
/// <remarks>Each user has at most one such record: find it with a query for <c>userId</c>.</remarks>
[FolioResource("service-points-users", "servicePointsUsers")]
public sealed class ServicePointsUser : FolioRecord
{
    /// <summary>The ID of the <see cref="User"/>, which is unique. The server requires it.</summary>
    public Guid? UserId { get; set; }

    /// <summary>The IDs of the <see cref="ServicePoint"/>s. The server does not check whether they exist.</summary>
    public List<Guid>? ServicePointsIds { get; set; }

    /// <summary>The ID of the <see cref="ServicePoint"/> that is preset; it must exist.</summary>
    public Guid? DefaultServicePointId { get; set; }
}
