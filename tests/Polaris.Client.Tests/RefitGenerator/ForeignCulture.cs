using System.Globalization;

namespace Polaris.Client.Tests.RefitGenerator;

/// <summary>Until it is disposed, numbers and dates look as no server reads them.</summary>
internal sealed class ForeignCulture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public ForeignCulture()
    {
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "~";
        foreign.DateTimeFormat.DateSeparator = "/";
        foreign.DateTimeFormat.TimeSeparator = ".";
        CultureInfo.CurrentCulture = foreign;
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
