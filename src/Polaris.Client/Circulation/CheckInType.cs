using System.Text.Json.Serialization;

namespace Polaris.Client.Circulation;

/// <summary>How an item comes back.</summary>
/// <remarks>Open: more numbers exist than the vendor documents; any is sent as it is. Their constants are all that is
/// documented, so each is told here.</remarks>
[JsonConverter(typeof(OpenEnumConverter<CheckInType>))]
public enum CheckInType
{
    /// <summary>CHKIN_NORM.</summary>
    Normal = 1,

    /// <summary>CHKIN_BULK.</summary>
    Bulk = 2,

    /// <summary>CHKIN_INVENTORY.</summary>
    Inventory = 3,

    /// <summary>CHKIN_INHOUSE.</summary>
    InHouse = 4,

    /// <summary>CHKIN_QUIC.</summary>
    Quick = 5,

    /// <summary>CHKIN_OFFL.</summary>
    Offline = 13,

    /// <summary>CHKIN_INVENTORY_OFFL.</summary>
    InventoryOffline = 14,

    /// <summary>CHKIN_OFFLQUIC.</summary>
    OfflineQuick = 15,

    /// <summary>CHKIN_ITEMWF.</summary>
    ItemWf = 23,

    /// <summary>CHKIN_ITEMLST.</summary>
    ItemList = 24,
}
