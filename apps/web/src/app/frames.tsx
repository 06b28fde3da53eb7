import type { Me, PartnershipId } from '@mufakat/domain';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useLeave } from '@/features/account/use-leave';
import { CommandProvider } from '@/lib/commands';
import { useHere } from '@/lib/live';
import { Later, useLater } from '@/lib/later';
import { useMe } from '@/lib/me';
import { notificationsQuery } from '@/lib/notifications';
import { PartnershipProvider, usePartnership } from '@/lib/partnership';
import { TitlePlaceContext } from '@/lib/screen';
import { useSessionIsLost } from '@/lib/session-watch';
import { dialogBox } from '@/ui/dialog';
import { PresenceStack } from '@/ui/presence-stack';
import { useWords } from '@/words/language-provider';
import { Banners } from './banners';
import { Palette } from './palette';
import { PartnershipSwitcher } from './partnership-switcher';
import { addressOfPlace } from './presence-place';
import { PhoneBar } from './phone-bar';
import { contentId, Shell } from './shell';
import { SideBar } from './side-bar';
import { TopBar } from './top-bar';
import { useAccountLooks } from './use-account-looks';
import { useFocusOnArrival } from './use-focus-on-arrival';
import { useFrameCommands } from './use-frame-commands';

/** Fetched only by those whose session ends while they work. */
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again')).SignInAgain }));

/** Around everything: the keys, the looks the person chose, and the focus on arrival. */
export function RootFrame() {
  const me = useMe();
  const isLost = useSessionIsLost();
  useAccountLooks(me);
  useFocusOnArrival(contentId);
  return (
    <CommandProvider enabled={me?.person.shortcuts ?? true}>
      <Outlet />
      {isLost && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </CommandProvider>
  );
}

/** Around the screens of the person: no partnership of its own, the last one at hand. */
export function AccountFrame() {
  const me = useMe();
  const { product } = useWords().frame;
  if (!me) return null;
  return (
    <TitlePlaceContext value={product}>
      <Framed me={me} partnershipId={null} place={me.person.name} here={null} unread={0}>
        <Outlet />
      </Framed>
    </TitlePlaceContext>
  );
}

/** Around the screens of one partnership. */
export function PartnershipFrame() {
  const { partnershipId } = useParams({ from: '/inside/k/$partnershipId' });
  return (
    <PartnershipProvider id={partnershipId as PartnershipId}>
      <PartnershipShell />
    </PartnershipProvider>
  );
}

function PartnershipShell() {
  const me = useMe();
  const { id, directory } = usePartnership();
  const unread = useQuery(notificationsQuery(id)).data?.unread ?? 0;
  if (!me) return null;
  const { name } = directory.partnership;
  return (
    <TitlePlaceContext value={name}>
      <Framed me={me} partnershipId={id} place={name} here={<Here />} unread={unread}>
        <Outlet />
      </Framed>
    </TitlePlaceContext>
  );
}

/** The others who are here; a press goes where they are. */
function Here() {
  const words = useWords().frame;
  const navigate = useNavigate();
  const { id, seat, directory } = usePartnership();
  const others = useHere(id).filter(({ seatId }) => seatId !== seat.id);
  const people = others.map(({ seatId, name, partnerId, slot }) => {
    const firm = directory.partners.find((partner) => partner.id === partnerId)?.organization.name;
    return { id: seatId, name: firm ? `${name}, ${firm}` : name, slot };
  });
  const go = (seatId: string) => {
    const found = others.find((other) => other.seatId === seatId);
    if (found) void navigate({ to: addressOfPlace(id, found.place) });
  };
  return (
    <PresenceStack
      people={people}
      label={words.here(people.length)}
      restLabel={words.moreHere}
      goLabel={words.goTo}
      onGo={go}
    />
  );
}

type FramedProps = {
  me: Me;
  partnershipId: PartnershipId | null;
  place: string;
  here: ReactNode;
  unread: number;
  children: ReactNode;
};

const sheets = new Later(() => import('./sheets'));

type Over = 'palette' | 'capture' | 'more' | 'shortcuts' | null;

function Framed({ me, partnershipId, place, here, unread, children }: FramedProps) {
  const words = useWords().frame;
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  const lays = over !== null && over !== 'palette';
  const laid = useLater(sheets, lays);
  useLater(dialogBox, lays);
  const leave = useLeave();
  const seat = me.seats.find((each) => each.partnershipId === partnershipId) ?? me.seats[0];
  useFrameCommands({ partnershipId: seat?.partnershipId ?? null, open: setOver });
  const switcher = (look: 'card' | 'mark') =>
    seat && <PartnershipSwitcher seats={me.seats} current={seat} look={look} />;
  return (
    <Shell
      skip={words.skip}
      threads={seat?.threads ?? []}
      side={
        <SideBar
          partnershipId={partnershipId ?? seat?.partnershipId ?? null}
          switcher={switcher('card')}
          isOperator={me.person.isOperator}
          onSignOut={leave.ask}
          me={{ name: me.person.name, note: seat?.organizationName ?? words.product, slot: seat?.slot ?? null }}
        />
      }
      top={
        <TopBar
          mark={switcher('mark')}
          place={place}
          here={here}
          unread={unread}
          partnershipId={partnershipId}
          onSearch={() => setOver('palette')}
        />
      }
      bottom={
        seat && (
          <PhoneBar
            partnershipId={seat.partnershipId}
            onCapture={() => setOver('capture')}
            onMore={() => setOver('more')}
          />
        )
      }
      banners={<Banners />}
    >
      {children}
      <Palette
        partnershipId={seat?.partnershipId ?? null}
        open={over === 'palette'}
        onOpenChange={(open) => setOver(open ? 'palette' : null)}
      />
      {leave.dialog}
      {laid && (
        <>
          {seat && <laid.CaptureSheet open={over === 'capture'} onClose={close} partnershipId={seat.partnershipId} />}
          {seat && (
            <laid.MoreSheet
              open={over === 'more'}
              onClose={close}
              partnershipId={seat.partnershipId}
              isOperator={me.person.isOperator}
              onSignOut={leave.ask}
            />
          )}
          <laid.ShortcutList open={over === 'shortcuts'} onClose={close} enabled={me.person.shortcuts} />
        </>
      )}
    </Shell>
  );
}
