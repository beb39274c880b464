namespace Polaris.Client.Folio;

/// <summary>A mark by which a library counts its records in statistics.</summary>
public sealed class StatisticalCode : ReferenceRecord
{
    internal static ReferenceDataKind<StatisticalCode, IStatisticalCodesApi> Kind { get; } = new(
        "statistical-codes", "statisticalCodes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>The code, unique within its type. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>The id of the <see cref="StatisticalCodeType"/> that the code belongs to. The server requires it.</summary>
    public Guid? StatisticalCodeTypeId { get; set; }

    /// <summary>Where the code itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
