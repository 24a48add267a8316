using System.Globalization;
using CsCheck;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

/// <summary>Whatever somebody may write that can be planned.</summary>
internal static class AnyRequest
{
    private static readonly Gen<string> Distance = Gen.OneOf(
        Gen.OneOf([.. Shipped.Rules.Presets.Select(preset => $"distance={preset.Id}")]),
        Gen.Int[400000, 300000000].Select(millimetres => $"km={Number(millimetres / 1000000m)}"),
        Gen.Int[248549, 186411357].Select(parts => $"mi={Number(parts / 1000000m)}"));

    private static readonly Gen<int> Date = Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber];

    public static readonly Gen<string> Written =
        from distance in Distance
        from date in Date
        from effort in Maybe("effort", Gen.OneOf("easy", "moderate", "hard", "all_out"))
        from experience in Maybe("experience", Gen.OneOf("new", "regular", "experienced"))
        from terrain in Maybe("terrain", Gen.OneOf("flat", "rolling", "downhill"))
        from soreness in Maybe("soreness", Gen.Int[0, 10].Select(n => $"{n}"))
        from usual in Maybe("usual", Gen.Int[10, 240].Select(n => $"{n}"))
        from units in Maybe("units", Gen.OneOf("km", "mi"))
        from next in Maybe("next", Gen.Int[1, 300].Select(days => Iso(date + days)))
        from zone in Maybe("zone", Gen.OneOf("Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+12"))
        from pace in Gen.Int[121, 1799]
        from timed in Gen.Bool
        from holds in Gen.Int[0, 1000].Array[0, 4]
        let written = $"{distance}&date={Iso(date)}{effort}{experience}{terrain}{soreness}{usual}{units}{next}{zone}"
        select $"{written}{(timed ? Time(written, pace) : "")}{Held(written, holds)}";

    /// <summary>For the distance that was written, a pace that is possible.</summary>
    private static string Time(string written, int pace) => $"&time={FinishTime.Words(TimeSpan.FromSeconds(Math.Round(pace * PlanReaderTests.Read(written).Request!.Km)))}";

    /// <summary>Days that have a run when they are put off, one after the other.</summary>
    private static string Held(string written, int[] picks)
    {
        var request = picks.Aggregate(PlanReaderTests.Read(written).Request!, (sofar, pick) =>
        {
            var later = RecoveryPlanner.Plan(sofar) is var plan ? plan.Days.Where(day => DailyCheck.IsAsked(plan, day)).ToList() : [];
            return sofar with { Held = [.. sofar.Held, later[pick % later.Count].Day] };
        });
        return request.Held.Count == 0 ? "" : $"&held={string.Join('.', request.Held)}";
    }

    private static Gen<string> Maybe(string field, Gen<string> values) => Gen.Select(Gen.Bool, values, (given, value) => given ? $"&{field}={value}" : "");

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Iso(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
