using System.Text.Json;
using Refit;

namespace Polaris.Client.SystemSettings;

/// <summary>The endpoints that list reference data, one method each. <see cref="SystemSettingsClient"/> is easier to use.</summary>
/// <remarks>
/// Vendor pages: those of collections and shelf locations. The other lists were seen in public clients; the vendor does not document them.
/// </remarks>
[Headers("Accept: application/json")]
public interface ISystemSettingsApi
{
    /// <summary>Lists the collections of an organization; 0 for all unique ones.</summary>
    /// <param name="orgid">The organization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/collections")]
    Task<IReadOnlyList<CollectionRow>> ListCollectionsAsync([Query] int orgid, CancellationToken cancellationToken = default);

    /// <summary>Lists the shelf locations of an organization.</summary>
    /// <param name="orgid">The organization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/shelflocations")]
    Task<IReadOnlyList<ShelfLocation>> ListShelfLocationsAsync([Query] int orgid, CancellationToken cancellationToken = default);

    /// <summary>Lists the material types.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/materialtypes")]
    Task<IReadOnlyList<PolarisMaterialType>> ListMaterialTypesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the statuses of items.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/itemstatuses")]
    Task<IReadOnlyList<PolarisItemStatus>> ListItemStatusesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the statuses of hold requests.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/sysholdstatuses")]
    Task<IReadOnlyList<JsonElement>> ListHoldStatusesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the organizations.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/organizations")]
    Task<IReadOnlyList<JsonElement>> ListOrganizationsAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the patron codes of an organization.</summary>
    /// <param name="orgid">The organization.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patroncodes")]
    Task<IReadOnlyList<JsonElement>> ListPatronCodesAsync([Query] int orgid, CancellationToken cancellationToken = default);
}
