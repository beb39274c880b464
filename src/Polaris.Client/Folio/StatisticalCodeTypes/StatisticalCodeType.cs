namespace Polaris.Client.Folio;

/// <summary>A group of statistical codes: each <see cref="StatisticalCode"/> belongs to one.</summary>
/// <remarks>The server does not keep the names of these unique, so programs that race for one in <c>GetOrCreateAsync</c> may create it twice.</remarks>
public sealed class StatisticalCodeType : ReferenceRecord
{
    internal static ReferenceDataKind<StatisticalCodeType, IStatisticalCodeTypesApi> Kind { get; } = new(
        "statistical-code-types", "statisticalCodeTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
