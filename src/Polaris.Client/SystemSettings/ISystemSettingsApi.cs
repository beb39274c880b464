using System.Text.Json;
using Polaris.Client.Circulation;
using Refit;

namespace Polaris.Client.SystemSettings;

/// <summary>The endpoints of reference data and settings, one method each. <see cref="SystemSettingsClient"/> is easier to use.</summary>
/// <remarks>
/// Vendor pages: those of collections, shelf locations and permissions, patroncodes/get_patron_codes, sysAdmin/sysadmin_savalue_by_org,
/// sysAdmin/get_sa_marc_validation_rules and marc/get_fixed_tag_types. The other lists were seen in public clients; the vendor does not
/// document them.
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
    Task<IReadOnlyList<PatronCode>> ListPatronCodesAsync([Query] int orgid, CancellationToken cancellationToken = default);

    /// <summary>Reads one setting of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="mnemonic">The vendor's name of the setting.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/sysadmin/organizations/{organizationId}/values/{mnemonic}")]
    Task<SystemSetting> GetValueAsync(int organizationId, string mnemonic, CancellationToken cancellationToken = default);

    /// <summary>Reads several settings of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="mnemonic">The vendor's names of the settings, separated by commas.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/sysadmin/organizations/{organizationId}/values")]
    Task<IReadOnlyList<SystemSetting>> ListValuesAsync(int organizationId, [Query] string mnemonic, CancellationToken cancellationToken = default);

    /// <summary>Lists the rules by which MARC fields are validated.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="marcFormatType">The format, such as Bibliographic.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/sysadmin/{organizationId}/profiles/marc/ValidationRules/{marcFormatType}")]
    Task<IReadOnlyList<MarcValidationRule>> ListMarcValidationRulesAsync(
        int organizationId, string marcFormatType, CancellationToken cancellationToken = default);

    /// <summary>Lists the values that the first character of a fixed field can have.</summary>
    /// <param name="tag">The tag as a number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/marc/tags/{tag}/fixedtagtypes")]
    Task<IReadOnlyList<FixedTagType>> ListFixedTagTypesAsync(int tag, CancellationToken cancellationToken = default);

    /// <summary>Reads whether the user has a permission.</summary>
    /// <param name="permissionId">The ID of the permission.</param>
    /// <param name="ownerID">The organization for which the permission is needed; 0 for any.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/sysadmin/permissions/granted/{permissionId}")]
    Task<PermissionGrant> GetPermissionAsync(int permissionId, [Query] int ownerID, CancellationToken cancellationToken = default);
}
