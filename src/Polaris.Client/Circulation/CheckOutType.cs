using System.Text.Json.Serialization;

namespace Polaris.Client.Circulation;

/// <summary>How an item is lent.</summary>
/// <remarks>Open: more numbers exist than the vendor documents; any is sent as it is. Their constants are all that is
/// documented, so each is told here.</remarks>
[JsonConverter(typeof(OpenEnumConverter<CheckOutType>))]
public enum CheckOutType
{
    /// <summary>CHKOUT_NORM.</summary>
    Normal = 6,

    /// <summary>CHKOUTNORM_DIFFPAT.</summary>
    NormalDifferentPatron = 7,

    /// <summary>RENEW_CHKOUT.</summary>
    RenewCheckOut = 8,

    /// <summary>RENEW_PATSTAT.</summary>
    RenewPatronStatus = 9,

    /// <summary>CHKOUT_OFFL.</summary>
    Offline = 16,

    /// <summary>CHKOUTOFFL_DIFFPAT.</summary>
    OfflineDifferentPatron = 18,

    /// <summary>CHKOUT_EXPRESS.</summary>
    Express = 34,

    /// <summary>CHKOUT_EXPRESS_DIFFPAT.</summary>
    ExpressDifferentPatron = 35,

    /// <summary>CHKOUT_OUTREACH.</summary>
    Outreach = 36,
}
